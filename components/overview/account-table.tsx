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
    .map((account) => ({ ...account, ...countsOf(report, account.accountId) }))
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
            <th scope="col">Not read</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ accountId, score, streams, failing, gaps }) => (
            <tr key={accountId}>
              <th scope="row">
                <AppLink to={go("/streams", { account: accountId })} className="font-mono">
                  {accountId}
                </AppLink>
              </th>
              <td className="min-w-36">
                <ScoreLine score={score} />
              </td>
              <td data-label="Streams">{formatCount(streams)}</td>
              <td data-label="Findings that fail">
                <AppLink to={go("/findings", { account: accountId, status: "fail" })}>
                  {formatCount(failing)}
                </AppLink>
              </td>
              <td data-label="Not read" className={gaps > 0 ? "text-unknown" : ""}>
                {formatCount(gaps)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function countsOf({ streams, findings, scan }: Report, accountId: string) {
  return {
    streams: streams.filter((stream) => stream.accountId === accountId).length,
    failing: findings.filter(
      ({ status, subjects }) =>
        status === "fail" && subjects.some((subject) => subject.accountId === accountId),
    ).length,
    gaps: scan.gaps.filter((gap) => gap.accountId === accountId).length,
  };
}
