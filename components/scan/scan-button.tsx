"use client";

import { useRouter } from "next/navigation";
import { useState, type ReactNode } from "react";
import { primaryButton } from "@/components/ui/button-classes";
import { startScan } from "@/components/scan/scan-requests";
import { scanRoute } from "@/components/scan/scan-route";

interface ScanButtonProps {
  /** A scan that runs: the button leads to it instead of queueing another. */
  readonly runningScanId: string | undefined;
  readonly label?: string;
  readonly children?: ReactNode;
}

/** Scans with what the server's own credentials and Region say, and goes to where the progress is. */
export function ScanButton({ runningScanId, label = "Scan", children }: ScanButtonProps) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function scan() {
    setBusy(true);
    setProblem(undefined);
    const scanId = runningScanId ?? (await startScan({}));
    router.push(scanRoute(scanId));
    router.refresh();
  }

  return (
    <>
      {problem !== undefined && (
        <span role="alert" className="max-w-[48ch] text-sm text-critical">
          {problem}
        </span>
      )}
      <button
        type="button"
        disabled={busy}
        className={primaryButton}
        onClick={() =>
          void scan()
            .catch((error: unknown) => setProblem(error instanceof Error ? error.message : String(error)))
            .finally(() => setBusy(false))
        }
      >
        {children}
        {runningScanId === undefined ? label : "Show running scan"}
      </button>
    </>
  );
}
