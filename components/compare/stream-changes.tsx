import { scoreWords } from "@/components/score/score-line";
import { AttackerText } from "@/components/ui/attacker-text";
import { streamChangeWords } from "@/lib/format/comparison-words";
import { countOf } from "@/lib/format/count-of";
import type { StreamChange } from "@/lib/model/comparison";

const shownMax = 50;

/** Streams that came, went or are scored otherwise, what fell furthest first. */
export function StreamChanges({ streams }: { readonly streams: readonly StreamChange[] }) {
  return (
    <>
      <table className="rows">
        <caption className="sr-only">Streams that changed</caption>
        <thead>
          <tr>
            <th scope="col">Stream</th>
            <th scope="col">Region</th>
            <th scope="col">What</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
          </tr>
        </thead>
        <tbody>
          {streams.slice(0, shownMax).map(({ arn, name, region, change, before, after }) => (
            <tr key={arn}>
              <th scope="row">
                <AttackerText>{name}</AttackerText>
              </th>
              <td className="wide-only">{region}</td>
              <td>{streamChangeWords[change]}</td>
              <td>{change === "appeared" ? "—" : scoreWords(before)}</td>
              <td>{change === "gone" ? "—" : scoreWords(after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {streams.length > shownMax && (
        <p className="p-4 text-sm text-muted">
          and {countOf(streams.length - shownMax, "more stream")}, which the exports list
        </p>
      )}
    </>
  );
}
