import type { ReactNode } from "react";
import { StateMark } from "@/components/waivers/state-mark";
import { WithdrawButton } from "@/components/waivers/withdraw-button";
import type { DecisionState } from "@/lib/model/decision";

interface DecisionEntryProps {
  readonly decision: {
    readonly checkId: string;
    readonly owner: string;
    readonly state: DecisionState;
    readonly because: string;
  };
  readonly title: ReactNode;
  /** After the check's id. */
  readonly about: string;
  /** Why, or what was confirmed. */
  readonly words: string;
  /** Where it is taken back, and what it is told from others by. */
  readonly withdraw: { readonly path: string; readonly name: string };
}

/** A waiver or a confirmation: about what, by whom, why, and whether it holds. */
export function DecisionEntry({ decision, title, about, words, withdraw }: DecisionEntryProps) {
  const { checkId, owner, state, because } = decision;
  return (
    <li className="grid gap-x-6 gap-y-2 border-b border-line px-4 py-3 last:border-b-0 rail:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_auto]">
      <div className="min-w-0">
        {title}
        <p className="mt-0.5 text-sm text-muted">
          <span className="font-mono">{checkId}</span>, {about}
        </p>
        <p className="mt-1 max-w-[80ch] whitespace-pre-line">
          <span className="font-medium">{owner}</span>: {words}
        </p>
      </div>
      <div className="min-w-0">
        <StateMark state={state} because={because} />
      </div>
      <div>
        <WithdrawButton {...withdraw} />
      </div>
    </li>
  );
}
