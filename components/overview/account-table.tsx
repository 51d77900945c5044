import { ScoreLine } from "@/components/score/score-line";
import type { Go } from "@/components/links";
import { AppLink } from "@/components/ui/app-link";
import { Panel } from "@/components/ui/panel";
import { formatCount } from "@/lib/format/count-of";
import type { Report } from "@/lib/model/report";

interface AccountTableProps {
  readonly report: Report;
  readonly go: Go;
}

/** One row an account, the lowest score first; nothing where there is one account. */
export function AccountTable({ report, go }: AccountTableProps) {
  const { accountScores = [] } = report;
  if (accountScores.length === 0) return null;
  const rows = accountScores
    .map((account) => Object.assign(countsOf(report, account.accountId), account))
    .toSorted((one, other) => (one.score?.worst ?? 101) - (other.score?.worst ?? 101));
  return (
    <Panel title="By account" aside={`${rows.length} accounts`} flush>
      <table className="rows">
        <caption className="sr-only">Accounts</caption>
        <thead>
          <tr>
            <th scope="col">Account</th>
            <th scope="col">Score</th>
            <th scope="col">Streams</th>
            <th scope="col">Findings that fail</th>
            <th scope="col">Unknown</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ accountId, score, streams, unlisted, failing, unknown }) => (
            <tr key={accountId}>
              <th scope="row">
                <AppLink to={go("/streams", { account: accountId })} className="font-mono">
                  {accountId}
                </AppLink>
              </th>
              <td className="min-w-36">
                <ScoreLine score={score} />
              </td>
              <td data-label="Streams">{streamWords(streams, unlisted)}</td>
              <td data-label="Findings that fail">
                <AppLink to={go("/findings", { account: accountId, status: "fail" })}>
                  {formatCount(failing)}
                </AppLink>
              </td>
              <td data-label="Unknown">
                <AppLink to={go("/findings", { account: accountId, status: "unknown" })}>
                  {formatCount(unknown)}
                </AppLink>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

/** Without these calls there may be streams that nobody has seen. */
const listing = new Set(["sts:AssumeRole", "sts:GetCallerIdentity", "kinesis:ListStreams"]);

function countsOf({ streams, findings, scan }: Report, accountId: string) {
  const own = findings.filter(({ subjects }) => subjects.some((subject) => subject.accountId === accountId));
  return {
    streams: streams.filter((stream) => stream.accountId === accountId).length,
    unlisted: scan.gaps.some((gap) => gap.accountId === accountId && listing.has(gap.action)),
    failing: own.filter(({ status }) => status === "fail").length,
    unknown: own.filter(({ status }) => status === "unknown").length,
  };
}

function streamWords(streams: number, unlisted: boolean) {
  if (!unlisted) return formatCount(streams);
  return (
    <span className="text-unknown">{streams === 0 ? "not known" : `${formatCount(streams)} or more`}</span>
  );
}
