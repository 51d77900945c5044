"use client";

import { useRouter } from "next/navigation";
import type { SubmitEvent } from "react";
import { ScanFields } from "@/components/scan/scan-fields";
import { readScanWish } from "@/components/scan/read-scan-wish";
import { checkAccess, startScan } from "@/components/scan/scan-requests";
import { scanRoute } from "@/components/scan/scan-route";
import { useTask } from "@/components/scan/use-task";
import { primaryButton, quietButton } from "@/components/ui/button-classes";
import type { Connection } from "@/lib/model/connection";

interface ScanFormProps {
  readonly demo: boolean;
  /** What the fields hold at first. */
  readonly chosen: Connection | undefined;
  /** Names of the profiles that the server knows. */
  readonly profiles: readonly string[];
}

/** Checks access or scans, with choices. Names and ids only: credentials never pass through the browser. */
export function ScanForm({ demo, chosen, profiles }: ScanFormProps) {
  const router = useRouter();
  const { busy, problem, run } = useTask<"check" | "scan">();

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const { remember, ...wish } = readScanWish(new FormData(event.currentTarget));
    const { submitter } = event.nativeEvent;
    if (submitter instanceof HTMLButtonElement && submitter.value === "check") {
      run("check", async () => {
        await checkAccess(wish);
        router.push("/preflight");
        router.refresh();
      });
      return;
    }
    run("scan", async () => {
      router.push(scanRoute(await startScan({ ...wish, ...(remember === true && { remember }) })));
      router.refresh();
    });
  }

  return (
    <form onSubmit={onSubmit} className="grid max-w-[560px] gap-4">
      <ScanFields demo={demo} chosen={chosen} profiles={profiles} />
      {problem !== undefined && (
        <p role="alert" className="text-critical">
          {problem}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <button type="submit" value="scan" disabled={busy !== undefined} className={primaryButton}>
          {busy === "scan" ? "Starting" : "Start scan"}
        </button>
        <button type="submit" value="check" disabled={busy !== undefined} className={quietButton}>
          {busy === "check" ? "Checking" : "Check access"}
        </button>
        <output className="text-sm text-muted">
          {busy === "check" && "Each call of a scan is tried once."}
        </output>
      </div>
    </form>
  );
}
