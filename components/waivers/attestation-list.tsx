import { titleOf, type CheckInfo } from "@/components/check-info";
import { StateMark } from "@/components/waivers/state-mark";
import { WithdrawButton } from "@/components/waivers/withdraw-button";
import { AttackerText } from "@/components/ui/attacker-text";
import { resourceOfArn } from "@/lib/format/shorten-arn";
import type { ReportAttestation } from "@/lib/model/decision";

interface AttestationListProps {
  readonly attestations: readonly ReportAttestation[];
  readonly checks: readonly CheckInfo[];
}

/** What people confirmed, by whom, until when, and whether that holds. */
export function AttestationList({ attestations, checks }: AttestationListProps) {
  return (
    <ul>
      {attestations.map(({ id, checkId, streamArn, owner, statement, state, because }) => (
        <li
          key={id}
          className="grid gap-x-6 gap-y-2 border-b border-line px-4 py-3 last:border-b-0 rail:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_auto]"
        >
          <div className="min-w-0">
            <AttackerText>{resourceOfArn(streamArn)}</AttackerText>
            <p className="mt-0.5 text-sm text-muted">
              <span className="font-mono">{checkId}</span>, {titleOf(checks, checkId)}
            </p>
            <p className="mt-1 max-w-[80ch] whitespace-pre-line">
              <span className="font-medium">{owner}</span>: {statement}
            </p>
          </div>
          <div className="min-w-0">
            <StateMark state={state} because={because} />
          </div>
          <div>
            <WithdrawButton
              path={`/api/attestations/${id}`}
              name={`the confirmation of ${checkId} on ${resourceOfArn(streamArn)}`}
            />
          </div>
        </li>
      ))}
    </ul>
  );
}
