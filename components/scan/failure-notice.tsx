import { AttackerText } from "@/components/ui/attacker-text";
import { Icon } from "@/components/ui/icon";
import type { ScanFailure } from "@/lib/model/scan";

interface FailureNoticeProps {
  readonly failure: ScanFailure;
  readonly label?: string;
}

/** Why a scan could not run: what was tried and came back, and what to do. */
export function FailureNotice({ failure, label = "Why the scan failed" }: FailureNoticeProps) {
  return (
    <div
      role="note"
      aria-label={label}
      className="flex gap-3 rounded-md border border-critical bg-surface p-4"
    >
      <Icon name="critical" className="mt-0.5 size-4 text-critical" />
      <div className="min-w-0">
        <p className="max-h-40 overflow-y-auto font-medium">
          <AttackerText>{failure.message}</AttackerText>
        </p>
        <p className="mt-1 text-muted">{failure.advice}</p>
      </div>
    </div>
  );
}
