import { StatusMark } from "@/components/status/status-mark";
import { AttackerText } from "@/components/ui/attacker-text";
import { countOf } from "@/lib/format/count-of";
import type { ComparedRow, ForeignFinding, UnmatchedRow, UnreadableRow } from "@/lib/model/reconciliation";

const shownMax = 100;

/** Rows beside the verdicts on the same streams, and what was read that decides them. */
export function ComparedRows({ rows }: { readonly rows: readonly ComparedRow[] }) {
  return (
    <>
      <table className="rows">
        <caption className="sr-only">Rows of the file beside the scan</caption>
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Stream</th>
            <th scope="col">The file says</th>
            <th scope="col">The scan says</th>
            <th scope="col">Because</th>
          </tr>
        </thead>
        <tbody>
          {rows
            .slice(0, shownMax)
            .map(({ row, line, theirs, streamName, checkId, status, severity, because }) => (
              <tr key={row}>
                <td data-label="Line">{line}</td>
                <th scope="row">
                  <AttackerText>{streamName}</AttackerText>
                </th>
                <td data-label="The file says">
                  <Theirs theirs={theirs} />
                </td>
                <td data-label="The scan says">
                  <div>
                    {" "}
                    <span className="block font-mono text-sm whitespace-nowrap">{checkId}</span>
                    <StatusMark status={status} severity={severity} />
                  </div>
                </td>
                <td data-label="Because">
                  <div>
                    {" "}
                    {because.map((sentence) => (
                      <span key={sentence} className="block">
                        <AttackerText>{sentence}</AttackerText>
                      </span>
                    ))}
                  </div>
                </td>
              </tr>
            ))}
        </tbody>
      </table>
      <More count={rows.length} />
    </>
  );
}

export function UnmatchedRows({ rows }: { readonly rows: readonly UnmatchedRow[] }) {
  return (
    <>
      <table className="rows">
        <caption className="sr-only">Rows on which the scan has no verdict</caption>
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Stream</th>
            <th scope="col">The file says</th>
            <th scope="col">Because</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shownMax).map(({ row, line, theirs, because }) => (
            <tr key={row}>
              <td data-label="Line">{line}</td>
              <th scope="row">
                <AttackerText mono>{theirs.streamArn}</AttackerText>
              </th>
              <td data-label="The file says">
                <Theirs theirs={theirs} />
              </td>
              <td data-label="Because">{because}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <More count={rows.length} />
    </>
  );
}

export function UnreadableRows({ rows }: { readonly rows: readonly UnreadableRow[] }) {
  return (
    <>
      <table className="rows">
        <caption className="sr-only">Rows that could not be read</caption>
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">What is wrong</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shownMax).map(({ row, line, problem }) => (
            <tr key={row}>
              <th scope="row">{line}</th>
              <td data-label="What is wrong">
                <AttackerText>{problem}</AttackerText>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <More count={rows.length} />
    </>
  );
}

function Theirs({ theirs: { checkId, word, accepted, says } }: { readonly theirs: ForeignFinding }) {
  return (
    <div>
      <span className="block font-medium">
        <AttackerText>{word}</AttackerText>
        {accepted && ", accepted there"}
      </span>
      <span className="block text-sm text-muted">
        <AttackerText mono>{checkId}</AttackerText>
      </span>
      {says !== "" && (
        <span className="block text-sm text-muted">
          <AttackerText>{says}</AttackerText>
        </span>
      )}
    </div>
  );
}

function More({ count }: { readonly count: number }) {
  if (count <= shownMax) return null;
  return (
    <p className="p-4 text-sm text-muted">
      and {countOf(count - shownMax, "more row")}, which the JSON of this page lists
    </p>
  );
}
