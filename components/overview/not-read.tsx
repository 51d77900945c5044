import type { Go } from "@/components/links";
import { GapList } from "@/components/report/gap-list";
import { InactiveAccounts } from "@/components/report/inactive-accounts";
import { AppLink } from "@/components/ui/app-link";
import { Panel } from "@/components/ui/panel";
import { formatCount } from "@/lib/format/count-of";
import { notReadTitle } from "@/lib/format/not-read-title";
import type { Report } from "@/lib/model/report";

const shownMax = 5;

/** What the scan could not read, and the action that would settle each. */
export function NotRead({ scan, go }: { readonly scan: Report["scan"]; readonly go: Go }) {
  const { gaps, coverage } = scan;
  const facts = coverage.known + coverage.unknown;
  return (
    <Panel
      title={notReadTitle(scan)}
      aside={`${formatCount(coverage.known)} of ${formatCount(facts)} facts known`}
    >
      {gaps.length === 0 ? (
        <p className="text-muted">Every call that the checks rest on was answered.</p>
      ) : (
        <>
          <GapList gaps={gaps.slice(0, shownMax)} brief />
          <p className="mt-3 text-sm">
            <AppLink to={go(`/scans/${scan.id}`)}>
              {gaps.length > shownMax
                ? `All ${gaps.length}, and the calls of this scan`
                : "The calls of this scan"}
            </AppLink>
          </p>
        </>
      )}
      <InactiveAccounts scan={scan} />
    </Panel>
  );
}
