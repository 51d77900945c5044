import type { Go } from "@/components/links";
import { DecisionEntry } from "@/components/waivers/decision-entry";
import { AppLink } from "@/components/ui/app-link";
import { AttackerText } from "@/components/ui/attacker-text";
import { countOf } from "@/lib/format/count-of";
import type { ReportWaiver } from "@/lib/model/decision";

interface WaiverListProps {
  readonly waivers: readonly ReportWaiver[];
  readonly go: Go;
}

/** The accepted findings. */
export function WaiverList({ waivers, go }: WaiverListProps) {
  return (
    <ul>
      {waivers.map((waiver) => {
        const { id, checkId, findingId, evidence, reason, streamArns } = waiver;
        return (
          <DecisionEntry
            key={id}
            decision={waiver}
            title={
              <AppLink to={go("/findings", { q: findingId, open: findingId })} className="hover:underline">
                <AttackerText>{evidence.label}</AttackerText>
              </AppLink>
            }
            about={streamArns ? `on ${countOf(streamArns.length, "stream")} alone` : "on every stream"}
            words={reason}
            withdraw={{ path: `/api/waivers/${id}`, name: `the waiver of ${checkId}: ${evidence.label}` }}
          />
        );
      })}
    </ul>
  );
}
