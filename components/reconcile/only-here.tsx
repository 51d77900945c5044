import { AttackerText } from "@/components/ui/attacker-text";
import { Panel } from "@/components/ui/panel";
import { countOf } from "@/lib/format/count-of";
import type { Reconciliation } from "@/lib/model/reconciliation";

const shownMax = 20;

/** What the scan judges and the file does not speak of. */
export function OnlyHere({ onlyHere: { silent, unasked } }: Pick<Reconciliation, "onlyHere">) {
  if (silent.length + unasked.length === 0) return null;
  const findings = unasked.reduce((sum, { failing, unknown }) => sum + failing + unknown, 0);
  return (
    <Panel title="Only here">
      <div className="grid gap-4">
        {silent.map(({ checkId, theirChecks, streams }) => (
          <section key={checkId} aria-label={checkId}>
            <h3 className="font-medium">
              {checkId}: the file does not speak of {countOf(streams.length, "stream")}
            </h3>
            <p className="text-sm text-muted">It would be {theirChecks.join(" or ")} there.</p>
            <p>
              {streams.slice(0, shownMax).map(({ arn, name }, index) => (
                <span key={arn}>
                  {index > 0 && ", "}
                  <AttackerText>{name}</AttackerText>
                </span>
              ))}
              {streams.length > shownMax && `, and ${countOf(streams.length - shownMax, "more stream")}`}
            </p>
          </section>
        ))}
        {unasked.length > 0 && (
          <section aria-label="Checks that the other tool does not have">
            <h3 className="font-medium">
              {countOf(findings, "finding")} of {countOf(unasked.length, "check")} that the other tool does
              not have
            </h3>
            <ul className="mt-1 grid gap-x-6 gap-y-0.5 text-sm sm:grid-cols-2 wide:grid-cols-3">
              {unasked.map(({ checkId, failing, unknown }) => (
                <li key={checkId}>
                  <span className="font-mono">{checkId}</span> {findingWords(failing, unknown)}
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Panel>
  );
}

/** `1 fails, 2 unknown`. */
function findingWords(failing: number, unknown: number): string {
  return [
    ...(failing > 0 ? [countOf(failing, "fails", "fail")] : []),
    ...(unknown > 0 ? [countOf(unknown, "unknown", "unknown")] : []),
  ].join(", ");
}
