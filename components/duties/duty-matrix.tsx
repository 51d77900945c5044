import { stateWordsOf } from "@/components/duties/state-words";
import { DutyMark } from "@/components/duties/duty-mark";
import { dutyWords } from "@/components/duties/duty-words";
import type { WhoRow } from "@/components/duties/who-rows";
import type { Target } from "@/components/links";
import { AppLink } from "@/components/ui/app-link";
import { AttackerText } from "@/components/ui/attacker-text";
import { duties, type Duty } from "@/lib/model/duty";

export interface CellPlace {
  readonly principal: string;
  readonly duty: Duty;
}

/** Where the links of a matrix lead. */
export interface MatrixLinks {
  readonly cell: (place: CellPlace) => Target;
  readonly principal: (arn: string) => Target;
}

interface DutyMatrixProps {
  readonly caption: string;
  readonly rows: readonly WhoRow[];
  /** The cell that is open. */
  readonly chosen: CellPlace | undefined;
  readonly links: MatrixLinks;
}

/** Principals against duties. Every mark opens to the way behind it. */
export function DutyMatrix({ caption, rows, chosen, links }: DutyMatrixProps) {
  return (
    <div className="relative overflow-x-auto" data-matrix>
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-line text-xs text-muted">
            <th scope="col" className="px-4 py-2 text-start align-bottom font-medium">
              Principal
            </th>
            {duties.map((duty) => (
              <th
                key={duty}
                scope="col"
                className="w-[72px] px-1 py-2 align-bottom font-medium max-rail:w-9 max-rail:px-0"
              >
                <span className="inline-block max-rail:rotate-180 max-rail:whitespace-nowrap max-rail:[writing-mode:vertical-rl]">
                  {dutyWords[duty].name}
                </span>
              </th>
            ))}
            <th aria-hidden="true" className="w-2 p-0" />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <MatrixRow key={row.arn} row={row} chosen={chosen} links={links} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type MatrixRowProps = Pick<DutyMatrixProps, "chosen" | "links"> & { readonly row: WhoRow };

function MatrixRow({ row, chosen, links }: MatrixRowProps) {
  return (
    <tr className="border-b border-line last:border-b-0 hover:bg-sunken/45">
      <th scope="row" title={row.arn} className="min-w-32 px-4 py-1.5 text-start font-medium">
        <AppLink to={links.principal(row.arn)} className="text-ink hover:text-accent hover:underline">
          <AttackerText>{row.name}</AttackerText>
        </AppLink>
        <span className="block text-xs font-normal text-muted">{row.what}</span>
      </th>
      {duties.map((duty) => {
        const cell = row.cells.get(duty);
        const isChosen = chosen?.principal === row.arn && chosen.duty === duty;
        return (
          <td key={duty} className="p-0 text-center">
            {cell ? (
              <AppLink
                to={links.cell({ principal: row.arn, duty })}
                keepScroll
                current={isChosen ? "true" : undefined}
                label={`${row.name}, ${dutyWords[duty].name}: ${stateWordsOf(cell)}`}
                className="mx-auto grid size-9 place-items-center rounded-md hover:bg-sunken aria-[current]:bg-sunken aria-[current]:outline-2 aria-[current]:-outline-offset-2 aria-[current]:outline-accent"
              >
                <DutyMark cell={cell} />
              </AppLink>
            ) : (
              <span className="sr-only">Denied</span>
            )}
          </td>
        );
      })}
      <td aria-hidden="true" className="p-0" />
    </tr>
  );
}
