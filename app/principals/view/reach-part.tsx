import { pageOf, textOf, type PageQuery } from "@/app/page-input";
import { reachGroups } from "@/components/duties/reach-groups";
import type { Go } from "@/components/links";
import { ReachGroupPanel } from "@/components/principals/reach-group-panel";
import { AppLink } from "@/components/ui/app-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import { Panel } from "@/components/ui/panel";
import { countOf } from "@/lib/format/count-of";
import type { Report } from "@/lib/model/report";
import { policyReader, type PrincipalView } from "@/lib/server/principals";

const pathname = "/principals/view";

interface ReachPartProps {
  readonly report: Report;
  readonly view: PrincipalView;
  readonly query: PageQuery;
  readonly go: Go;
}

/** The streams that a principal reaches, those that it reaches in one way together; or all of one such group. */
export function ReachPart({ report, view: { arn, reach, held }, query, go }: ReachPartProps) {
  const groups = reachGroups(held);
  const group = textOf(query, "group");
  const open = groups[Number(group ?? Number.NaN)];
  const { items, page, pages } = pageOf(open?.streams ?? [], query);
  return (
    <Panel
      title={open ? countOf(open.streams.length, "stream") : "Streams it reaches, and how"}
      aside={open && <AppLink to={go(pathname, { arn })}>All it reaches</AppLink>}
      flush
    >
      <ul>
        {(open ? [open] : groups).map((each) => (
          <ReachGroupPanel
            key={each.streams[0]?.arn}
            group={each}
            {...(open && { shown: items })}
            policyOf={policyReader(report)}
            all={go(pathname, { arn, group: groups.indexOf(each) })}
            go={go}
          />
        ))}
      </ul>
      {groups.length === 0 && <NothingHeld isAdministrator={reach?.standing === "account-administrator"} />}
      <Pager page={page} pages={pages} to={(next) => go(pathname, { arn, group, page: next })} />
    </Panel>
  );
}

function NothingHeld({ isAdministrator }: { readonly isAdministrator: boolean }) {
  return isAdministrator ? (
    <EmptyState title="Everything">
      An account administrator holds every duty on every stream; it is not listed stream by stream.
    </EmptyState>
  ) : (
    <EmptyState title="No stream">
      No policy that could be read lets it do anything to a stream of this scan.
    </EmptyState>
  );
}
