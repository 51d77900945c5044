import { titleOf, type CheckInfo } from "@/components/check-info";
import { DecisionEntry } from "@/components/waivers/decision-entry";
import { AttackerText } from "@/components/ui/attacker-text";
import { resourceOfArn } from "@/lib/format/shorten-arn";
import type { ReportAttestation } from "@/lib/model/decision";

interface AttestationListProps {
  readonly attestations: readonly ReportAttestation[];
  readonly checks: readonly CheckInfo[];
}

/** What people confirmed. */
export function AttestationList({ attestations, checks }: AttestationListProps) {
  return (
    <ul>
      {attestations.map((attestation) => {
        const { id, checkId, streamArn, statement } = attestation;
        const stream = resourceOfArn(streamArn);
        return (
          <DecisionEntry
            key={id}
            decision={attestation}
            title={<AttackerText>{stream}</AttackerText>}
            about={titleOf(checks, checkId)}
            words={statement}
            withdraw={{
              path: `/api/attestations/${id}`,
              name: `the confirmation of ${checkId} on ${stream}`,
            }}
          />
        );
      })}
    </ul>
  );
}
