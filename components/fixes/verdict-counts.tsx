import { sideBySide } from "@/components/fixes/table-classes";
import { statusWords } from "@/lib/format/words";
import type { WhatIf } from "@/lib/model/comparison";
import { verdictStatuses } from "@/lib/model/verdict";

/** How many verdicts of each status there are, and would be. */
export function VerdictCounts({ verdicts: { before, after } }: Pick<WhatIf, "verdicts">) {
  const shown = verdictStatuses.filter((status) => before[status] + after[status] > 0);
  return (
    <table className={sideBySide}>
      <caption className="sr-only">Verdicts before and after</caption>
      <thead>
        <tr>
          <th scope="col">Verdicts</th>
          <th scope="col">Now</th>
          <th scope="col">After it</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((status) => (
          <tr key={status}>
            <th scope="row">{statusWords[status]}</th>
            <td className="tabular-nums">{before[status]}</td>
            <td className={`tabular-nums ${after[status] === before[status] ? "" : "font-semibold"}`}>
              {after[status]}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
