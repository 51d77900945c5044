"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { startScan, type ScanWish } from "@/components/scan/scan-requests";
import { scanRoute } from "@/components/scan/scan-route";
import { useTask } from "@/components/scan/use-task";
import { primaryButton, quietButton } from "@/components/ui/button-classes";

interface ScanButtonProps {
  /** A scan that runs: the button leads to it instead of queueing another. */
  readonly runningScanId: string | undefined;
  readonly wish?: ScanWish;
  readonly label?: string;
  readonly quiet?: boolean;
  readonly children?: ReactNode;
}

const asTheServerIs: ScanWish = {};

/** Scans with what is wished, or what the server's own credentials and Region say, and goes to where the progress is. */
export function ScanButton({
  runningScanId,
  wish = asTheServerIs,
  label = "Scan",
  quiet = false,
  children,
}: ScanButtonProps) {
  const router = useRouter();
  const { busy, problem, run } = useTask<"scan">();

  async function scan() {
    router.push(scanRoute(runningScanId ?? (await startScan(wish))));
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
        disabled={busy !== undefined}
        className={quiet ? quietButton : primaryButton}
        onClick={() => run("scan", scan)}
      >
        {children}
        {runningScanId === undefined ? label : "Show running scan"}
      </button>
    </>
  );
}
