import { AttackerText } from "@/components/ui/attacker-text";
import { Icon } from "@/components/ui/icon";
import type { ScanFailure } from "@/lib/model/scan";

/** Why a scan could not run: what was tried and came back, and what to do. */
export function FailureNotice({ failure }: { readonly failure: ScanFailure }) {
  return (
    <div
      role="note"
      aria-label="Why the scan failed"
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
