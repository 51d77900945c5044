import type { Go } from "@/components/links";
import { StateMark } from "@/components/waivers/state-mark";
import { WithdrawButton } from "@/components/waivers/withdraw-button";
import { AppLink } from "@/components/ui/app-link";
import { AttackerText } from "@/components/ui/attacker-text";
import { countOf } from "@/lib/format/count-of";
import type { ReportWaiver } from "@/lib/model/decision";

interface WaiverListProps {
  readonly waivers: readonly ReportWaiver[];
  readonly go: Go;
}

/** Accepted findings: what, by whom, why, until when, and whether that holds. */
export function WaiverList({ waivers, go }: WaiverListProps) {
  return (
    <ul>
      {waivers.map((waiver) => {
        const { id, checkId, findingId, evidence, owner, reason, streamArns, state, because } = waiver;
        return (
          <li
            key={id}
            className="grid gap-x-6 gap-y-2 border-b border-line px-4 py-3 last:border-b-0 rail:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_auto]"
          >
            <div className="min-w-0">
              <AppLink to={go("/findings", { q: findingId, open: findingId })} className="hover:underline">
                <AttackerText>{evidence.label}</AttackerText>
              </AppLink>
              <p className="mt-0.5 text-sm text-muted">
                <span className="font-mono">{checkId}</span>, on{" "}
                {streamArns ? `${countOf(streamArns.length, "stream")} alone` : "every stream"}
              </p>
              <p className="mt-1 max-w-[80ch] whitespace-pre-line">
                <span className="font-medium">{owner}</span>: {reason}
              </p>
            </div>
            <div className="min-w-0">
              <StateMark state={state} because={because} />
            </div>
            <div>
              <WithdrawButton
                path={`/api/waivers/${id}`}
                name={`the waiver of ${checkId}: ${evidence.label}`}
              />
            </div>
          </li>
        );
      })}
    </ul>
  );
}
