import { AttackerText } from "@/components/ui/attacker-text";
import { dutyWords } from "@/components/duties/duty-words";
import { countOf } from "@/lib/format/count-of";
import { resourceOfArn } from "@/lib/format/shorten-arn";
import type { DutyChange } from "@/lib/model/comparison";

const shownMax = 50;

/** Who can do something now that they could not, and the other way round. */
export function DutyChanges({ duties }: { readonly duties: readonly DutyChange[] }) {
  return (
    <>
      <ul className="grid gap-1">
        {duties.slice(0, shownMax).map(({ streamArn, name, principal, duty, change }) => {
          const [before, after] = dutyWords[duty].can.split("this stream");
          return (
            <li key={`${streamArn} ${principal} ${duty}`}>
              <AttackerText mono>{resourceOfArn(principal)}</AttackerText>{" "}
              {change === "lost" ? "can no longer" : "can now"} {before}
              <AttackerText>{name}</AttackerText>
              {after}
            </li>
          );
        })}
      </ul>
      {duties.length > shownMax && (
        <p className="mt-2 text-sm text-muted">
          and {countOf(duties.length - shownMax, "more change")}, which the exports list
        </p>
      )}
    </>
  );
}
