import { dutyWords } from "@/components/duties/duty-words";
import type { WayGraph, WayNode } from "@/components/duties/way-graph";
import { AttackerText } from "@/components/ui/attacker-text";
import type { Duty } from "@/lib/model/duty";

/** What the picture says, in rows: for those who do not see it, and for print. */
export function WayTable({ graph: { nodes, links } }: { readonly graph: WayGraph }) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const of = (kind: WayNode["kind"]) => links.filter(({ from }) => byId.get(from)?.kind === kind);
  const assumed = of("assumer");
  return (
    <table className="rows">
      <caption className="sr-only">Who reaches the stream, and by which documents</caption>
      <thead>
        <tr>
          <th scope="col">Principal</th>
          <th scope="col">Can become it</th>
          <th scope="col">By</th>
          <th scope="col">Duties</th>
        </tr>
      </thead>
      <tbody>
        {of("principal").map(({ from, to, duties, state }) => (
          <tr key={`${from} ${to}`}>
            <th scope="row">
              <AttackerText>{byId.get(from)?.name ?? from}</AttackerText>
            </th>
            <td>
              <AttackerText>
                {assumed
                  .filter((link) => link.to === from)
                  .map((link) => byId.get(link.from)?.name ?? link.from)
                  .join(", ") || "—"}
              </AttackerText>
            </td>
            <td>
              <AttackerText>{byId.get(to)?.name ?? to}</AttackerText>
            </td>
            <td>
              {dutyList(duties)}
              {state === "unknown" && <span className="text-unknown">, not known</span>}
              {state === "blocked" && <span className="text-muted">, blocked by the key</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function dutyList(duties: readonly Duty[]): string {
  return duties.map((duty) => dutyWords[duty].name.toLowerCase()).join(", ");
}
