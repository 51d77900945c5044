import type { Route } from "next";
import { pageOf, type PageQuery } from "@/app/page-input";
import { StandApart } from "@/components/duties/stand-apart";
import { DutyMatrix, type MatrixLinks } from "@/components/duties/duty-matrix";
import { MarkLegend } from "@/components/duties/mark-legend";
import { MatrixKeys } from "@/components/duties/matrix-keys";
import { filterRows, holdsGroup, whoFilterGroups, type WhoFilter } from "@/components/duties/who-filter";
import { whoOf, type Who } from "@/components/duties/who-rows";
import { whoSummary } from "@/components/duties/who-summary";
import { streamPath, type Go } from "@/components/links";
import { GapList } from "@/components/report/gap-list";
import { LastKnownFacts } from "@/components/stream/last-known-facts";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChips } from "@/components/ui/filter-chips";
import { NoMatch } from "@/components/ui/no-match";
import { Pager } from "@/components/ui/pager";
import { Panel } from "@/components/ui/panel";
import { SearchForm } from "@/components/ui/search-form";
import { countOf } from "@/lib/format/count-of";
import type { Earlier, EarlierStream } from "@/lib/model/earlier";
import type { Report, ReportStream } from "@/lib/model/report";
import { findStatement } from "@/lib/server/duty-ways";
import { WhoCell } from "./who-cell";
import { WhoWays } from "./who-ways";
import { activeWhoFilters, readWho, toWhoQuery } from "./who-query";

interface WhoTabProps {
  readonly report: Report;
  readonly stream: ReportStream;
  readonly earlier: Earlier<EarlierStream> | undefined;
  readonly query: PageQuery;
  readonly go: Go;
}

const rowsPerPage = 60;

/** Who can do what to a stream: a sentence, the matrix, and the way behind the mark that was chosen. */
export function WhoTab({ report, stream, earlier, query, go }: WhoTabProps) {
  const who = whoOf(stream, report.administrators);
  const { filter, place } = readWho(query);
  const rows = filterRows(who.ordinary, filter);
  const { items, page, pages } = pageOf(rows, query, rowsPerPage);
  const pathname = streamPath(stream);
  const inForce = toWhoQuery(filter);
  const links: MatrixLinks = {
    cell: (next) => go(pathname, { ...inForce, page: page === 1 ? undefined : page, ...next }),
    principal: (arn) => go("/principals/view", { arn }),
  };
  return (
    <div className="grid gap-4">
      <p className="text-lg font-medium">{whoSummary(who, (pointer) => findStatement(report, pointer))}</p>
      <Gaps report={report} stream={stream} earlier={earlier} go={go} />
      <div className={place ? "hidden rail:block" : ""}>
        <WhoFilters filter={filter} pathname={pathname} go={go} />
      </div>
      <div className="grid items-start gap-x-6 gap-y-4 rail:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
        <div className={`grid min-w-0 gap-3 ${place ? "hidden rail:grid" : ""}`}>
          <Panel
            title={countOf(rows.length, "principal")}
            aside={rows.length < who.ordinary.length ? `of ${who.ordinary.length}` : "most powerful first"}
            flush
          >
            {items.length > 0 && (
              <DutyMatrix
                caption="Who can do what to this stream"
                rows={items}
                chosen={place}
                links={links}
              />
            )}
            {items.length === 0 && who.ordinary.length > 0 && (
              <NoMatch
                title="No principal fits the filter"
                active={activeWhoFilters(who.ordinary, filter, (next) => go(pathname, toWhoQuery(next)))}
              />
            )}
            {who.ordinary.length === 0 && <Nobody who={who} />}
            <Pager page={page} pages={pages} to={(next) => go(pathname, { ...inForce, page: next })} />
            <StandApart who={who} stream={stream} chosen={place} links={links} />
          </Panel>
          <Foot />
        </div>
        <WhoCell report={report} stream={stream} place={place} back={go(pathname, inForce)} go={go} />
      </div>
      <WhoWays report={report} stream={stream} rows={items} />
    </div>
  );
}

interface WhoFiltersProps {
  readonly filter: WhoFilter;
  readonly pathname: Route;
  readonly go: Go;
}

function WhoFilters({ filter, pathname, go }: WhoFiltersProps) {
  const inForce = toWhoQuery(filter);
  return (
    <div className="grid gap-3">
      <SearchForm
        action={pathname}
        label="Search principals"
        value={filter.q}
        keep={{ ...go(pathname, inForce).query, q: undefined }}
      />
      <FilterChips
        groups={[...whoFilterGroups, ...holdsGroup(filter.holds)]}
        query={inForce}
        pathname={pathname}
        go={go}
      />
    </div>
  );
}

/** What may hide somebody, over the rows that it may belong to. */
function Gaps({ report, stream, earlier, go }: Omit<WhoTabProps, "query">) {
  const { dutyGaps, facts } = stream;
  if (dutyGaps.length === 0) return null;
  return (
    <section
      aria-label="What could not be read"
      className="rounded-md border border-dashed border-unknown bg-surface px-4 py-3"
    >
      <p className="mb-2 font-medium">Others may hold something, too: not everything could be read.</p>
      <GapList gaps={dutyGaps} brief />
      <LastKnownFacts
        stream={stream}
        reportKey={report.keys.find(({ arn }) => arn === facts.keyArn)}
        earlier={earlier}
        gaps={dutyGaps}
        go={go}
      />
    </section>
  );
}

function Nobody({ who }: { readonly who: Who }) {
  const apart = who.accountAdministrators.length + who.streamAdministrators.length + who.unread.length;
  return (
    <EmptyState title="Nobody holds a duty on this stream by a grant of its own">
      {apart === 0
        ? "No policy that could be read allows anybody anything on it."
        : "Only those below, who stand apart, can do something to it."}
    </EmptyState>
  );
}

/** What the marks mean, and what they leave out. */
function Foot() {
  return (
    <>
      <MarkLegend />
      <p className="text-sm text-muted">
        By policies of their own, of their groups, and of the stream and its key. Session policies, which a
        scan cannot see, are taken as absent; they could only take away.
      </p>
      <MatrixKeys />
    </>
  );
}
