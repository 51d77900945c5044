import { decisionStateWords } from "@/lib/format/words";
import { AttackerText } from "@/components/ui/attacker-text";
import type { DecisionState } from "@/lib/model/decision";

const ink: Readonly<Record<DecisionState, string>> = {
  "in-force": "text-waived",
  expired: "text-high",
  changed: "text-high",
  unmatched: "text-muted",
};

/** Whether a decision holds, and why. */
export function StateMark({ state, because }: { readonly state: DecisionState; readonly because: string }) {
  return (
    <>
      <span className={`font-medium ${ink[state]}`}>{decisionStateWords[state]}</span>
      <span className="mt-0.5 block text-sm text-muted">
        <AttackerText>{because}</AttackerText>
      </span>
    </>
  );
}
