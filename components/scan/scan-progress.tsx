"use client";

import { accountTitle } from "@/lib/format/account-words";
import { perSecondWords } from "@/lib/format/per-second-words";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { CancelButton } from "@/components/scan/cancel-button";
import { QuotaMeter } from "@/components/scan/quota-meter";
import type { ProgressState } from "@/components/scan/progress-state";
import { hasEnded, isScanEvent, nothingTold, sumSteps, tellProgress } from "@/components/scan/progress-state";

/** Why it goes slower than it might. */
function Crowded({ crowded }: { readonly crowded: NonNullable<ProgressState["crowded"]> }) {
  const { name, was, now, quota } = crowded;
  return (
    <p className="text-medium">
      {name} was throttled at {perSecondWords(was)} of {perSecondWords(quota)} calls a second: somebody else
      uses the quota. Weir slowed down to {perSecondWords(now)}.
    </p>
  );
}

/** Follows a scan while it runs; the page is asked for again when it ends. */
export function ScanProgress({ scanId }: { readonly scanId: string }) {
  const router = useRouter();
  const [state, setState] = useState(nothingTold);
  const { done, total } = sumSteps(state);

  useEffect(() => {
    const source = new EventSource(`/api/scans/${encodeURIComponent(scanId)}/events`);
    source.addEventListener("message", ({ data }: MessageEvent<string>) => {
      const event: unknown = JSON.parse(data);
      if (!isScanEvent(event)) return;
      setState((before) => tellProgress(before, event));
      if (hasEnded(event)) {
        source.close();
        router.refresh();
      }
    });
    return () => source.close();
  }, [scanId, router]);

  return (
    <div className="grid gap-3">
      <progress aria-label="Scan progress" max={Math.max(1, total)} value={done} className="scan-progress" />
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0 text-sm">
          <p>
            {state.accountIds.length === 0 ? "Connecting" : accountTitle(state.accountIds)}
            {state.regions.length > 0 && (
              <span className="text-muted">
                , {state.regions.length === 1 ? state.regions[0] : `${state.regions.length} Regions`}
              </span>
            )}
          </p>
          <p className="text-muted">
            {done} of {total} known calls answered
            {state.gaps > 0 && <span className="text-unknown">, {state.gaps} not read</span>}
          </p>
          {state.crowded && !state.ended && <Crowded crowded={state.crowded} />}
          {state.current !== undefined && !state.ended && (
            <p className="font-mono text-xs text-muted">{state.current}</p>
          )}
        </div>
        {!state.ended && <CancelButton scanId={scanId} />}
      </div>
      {!state.ended && <QuotaMeter state={state} />}
    </div>
  );
}
