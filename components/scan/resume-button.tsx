"use client";

import { useRouter } from "next/navigation";
import { resumeScan } from "@/components/scan/scan-requests";
import { useTask } from "@/components/scan/use-task";
import { primaryButton } from "@/components/ui/button-classes";

/** Lets a scan go on that was stopped; the page shows its progress then. */
export function ResumeButton({ scanId }: { readonly scanId: string }) {
  const router = useRouter();
  const { busy, problem, run } = useTask<"resume">();

  async function resume() {
    await resumeScan(scanId);
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
        onClick={() => run("resume", resume)}
        className={primaryButton}
      >
        {busy === undefined ? "Go on with this scan" : "Going on"}
      </button>
    </>
  );
}
