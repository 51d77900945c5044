import { faceOf } from "@/components/duties/principal-face";
import { wayGraph } from "@/components/duties/way-graph";
import { wayInWords } from "@/components/duties/way-in-words";
import { WayPicture } from "@/components/duties/way-picture";
import { WayTable } from "@/components/duties/way-table";
import type { WhoRow } from "@/components/duties/who-rows";
import { policyTitle } from "@/components/policy/policy-name";
import { Panel } from "@/components/ui/panel";
import type { Report, ReportStream } from "@/lib/model/report";
import { policiesById, roleReachByArn } from "@/lib/server/report-index";

/** More would be a picture of nothing but lines; the table and the matrix have them all, page by page. */
const drawnMax = 40;
const assumersMax = 4;

interface WhoWaysProps {
  readonly report: Report;
  readonly stream: ReportStream;
  /** The rows of the matrix that are on the page. */
  readonly rows: readonly WhoRow[];
}

/** Who reaches the stream by which way: a picture, and a table that says the same. */
export function WhoWays({ report, stream, rows }: WhoWaysProps) {
  if (rows.length === 0) return null;
  const drawn = rows.slice(0, drawnMax);
  const graphOf = (of: readonly WhoRow[]) =>
    wayGraph({
      rows: of,
      streamName: stream.name,
      policyName: (id) => {
        const policy = policiesById(report).get(id);
        return policy ? policyTitle(policy) : id;
      },
      assumersOf: (arn) => assumersOf(report, arn),
    });
  return (
    <Panel
      title="By which way"
      aside={rows.length > drawn.length ? `the first ${drawn.length} of the matrix` : "those of the matrix"}
      flush
    >
      <div className="hidden p-3 rail:block">
        <WayPicture graph={graphOf(drawn)} />
      </div>
      <details className="print-open border-t border-line">
        <summary className="px-4 py-2 text-sm">The same as a table</summary>
        <WayTable graph={graphOf(rows)} />
      </details>
    </Panel>
  );
}

/** Some of those who can become a role; how many more there are is one name. */
function assumersOf(report: Report, arn: string) {
  const reach = roleReachByArn(report).get(arn);
  if (!reach) return [];
  const own = reach.assumers.slice(0, assumersMax).map(({ principal }) => ({
    id: principal,
    name: faceOf(principal, reach.accountId).name,
  }));
  const more = reach.assumerCount - own.length;
  const ways = reach.waysIn
    .slice(0, assumersMax)
    .map((way) => ({ id: `${way.kind} ${way.who}`, name: wayInWords(way) }));
  return [...own, ...(more > 0 ? [{ id: `more ${arn}`, name: `${more} more` }] : []), ...ways];
}
