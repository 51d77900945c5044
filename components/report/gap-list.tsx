import { placeWords } from "@/lib/format/account-words";
import { AttackerText } from "@/components/ui/attacker-text";
import { Icon } from "@/components/ui/icon";
import { gapAdvice } from "@/lib/format/gap-advice";
import { shortenArn } from "@/lib/format/shorten-arn";
import { gapReasonWords } from "@/lib/format/words";
import type { Gap } from "@/lib/model/observed";

interface GapListProps {
  readonly gaps: readonly Gap[];
  /** Without what came back, word by word. */
  readonly brief?: boolean;
}

/** What could not be read, why, and what settles it. */
export function GapList({ gaps, brief = false }: GapListProps) {
  return (
    <ul className="grid gap-3">
      {gaps.map((gap) => (
        <li key={`${gap.action} ${gap.resource ?? ""} ${placeWords(gap)}`} className="flex gap-2">
          <Icon name="unknown" className="mt-0.5 size-4 text-unknown" />
          <div className="min-w-0">
            <p>
              <code className="font-medium">{gap.action}</code> {gapReasonWords[gap.reason]}
              {gap.resource !== undefined && (
                <>
                  {" "}
                  on <AttackerText mono>{shortenArn(gap.resource, 64)}</AttackerText>
                </>
              )}
              {placeWords(gap) !== "" && <span className="text-muted"> in {placeWords(gap)}</span>}
            </p>
            <p className="text-sm text-muted">{gapAdvice(gap)}</p>
            {!brief && gap.message !== "" && (
              <p className="text-sm break-words text-muted">
                <AttackerText>{gap.message}</AttackerText>
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
