import { AttackerText } from "@/components/ui/attacker-text";
import { dutyWords } from "@/components/duties/duty-words";
import { countOf } from "@/lib/format/count-of";
import { resourceOfArn } from "@/lib/format/shorten-arn";
import type { DutyChange } from "@/lib/model/comparison";

interface DutyChangesProps {
  readonly duties: readonly DutyChange[];
  /** How somebody who gains a duty is told of: `can now`. */
  readonly gained: string;
  readonly shownMax: number;
}

/** Who can do something now that they could not, and the other way round. */
export function DutyChanges({ duties, gained, shownMax }: DutyChangesProps) {
  return (
    <>
      <ul className="grid gap-1">
        {duties.slice(0, shownMax).map(({ streamArn, name, principal, duty, change }) => {
          const [before, after] = dutyWords[duty].can.split("this stream");
          return (
            <li key={`${streamArn} ${principal} ${duty}`}>
              <AttackerText mono>{resourceOfArn(principal)}</AttackerText>{" "}
              {change === "lost" ? "can no longer" : gained} {before}
              <AttackerText>{name}</AttackerText>
              {after}
            </li>
          );
        })}
      </ul>
      {duties.length > shownMax && (
        <p className="mt-2 text-sm text-muted">and {countOf(duties.length - shownMax, "more change")}</p>
      )}
    </>
  );
}
