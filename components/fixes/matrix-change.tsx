import { sideBySide } from "@/components/fixes/table-classes";
import { DutyMark } from "@/components/duties/duty-mark";
import { dutyWords } from "@/components/duties/duty-words";
import { MarkLegend } from "@/components/duties/mark-legend";
import { stateWordsOf } from "@/components/duties/state-words";
import { AttackerText } from "@/components/ui/attacker-text";
import { ScrollFrame } from "@/components/ui/scroll-frame";
import { countOf } from "@/lib/format/count-of";
import { resourceOfArn } from "@/lib/format/shorten-arn";
import type { DutyRowChange } from "@/lib/model/comparison";
import { duties, type Duty } from "@/lib/model/duty";

interface MatrixChangeProps {
  readonly rows: readonly DutyRowChange[];
  readonly shownMax: number;
}

/** The rows of the duty matrix that differ: in each cell what is held now, and what would be. */
export function MatrixChange({ rows, shownMax }: MatrixChangeProps) {
  if (rows.length === 0) return null;
  const shown = rows.slice(0, shownMax);
  const columns = duties.filter((duty) => shown.some((row) => has(row, duty)));
  return (
    <section aria-labelledby="who-changes">
      <h3 id="who-changes" className="font-semibold">
        Who can do what, now and after it
      </h3>
      <MarkLegend />
      <ScrollFrame label="Duties before and after" className="mt-2">
        <table className={sideBySide}>
          <caption className="sr-only">Duties before and after</caption>
          <thead>
            <tr>
              <th scope="col">Principal and stream</th>
              {columns.map((duty) => (
                <th key={duty} scope="col">
                  {dutyWords[duty].name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={`${row.streamArn} ${row.principal}`}>
                <th scope="row">
                  <AttackerText mono>{resourceOfArn(row.principal)}</AttackerText>{" "}
                  <span className="text-muted">
                    on <AttackerText>{row.name}</AttackerText>
                  </span>
                </th>
                {columns.map((duty) => (
                  <Cell key={duty} duty={duty} row={row} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
      {rows.length > shownMax && (
        <p className="text-sm text-muted">and {countOf(rows.length - shownMax, "more row")}</p>
      )}
    </section>
  );
}

function has({ before, after }: DutyRowChange, wanted: Duty): boolean {
  return [...before, ...after].some(({ duty }) => duty === wanted);
}

function Cell({ duty, row }: { readonly duty: Duty; readonly row: DutyRowChange }) {
  const [before, after] = [row.before, row.after].map((cells) => cells.find((cell) => cell.duty === duty));
  const words = (cell: typeof before) => (cell ? stateWordsOf(cell) : "denied");
  if (!before && !after) return <td>{"\u00A0"}</td>;
  return (
    <td>
      <span className="sr-only">
        {words(before)}, then {words(after)}
      </span>
      <span aria-hidden="true" className="inline-flex items-center gap-1.5">
        {before ? <DutyMark cell={before} /> : "–"}
        <span>→</span>
        {after ? <DutyMark cell={after} /> : "–"}
      </span>
    </td>
  );
}
