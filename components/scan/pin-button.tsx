"use client";

import { useRouter } from "next/navigation";
import { useTask } from "@/components/scan/use-task";
import { send } from "@/components/send";
import { quietButton } from "@/components/ui/button-classes";

interface PinButtonProps {
  readonly scanId: string;
  readonly name: string;
  readonly pinned: boolean;
}

/** Keeps a scan whatever its age, or lets it go with the others. */
export function PinButton({ scanId, name, pinned }: PinButtonProps) {
  const router = useRouter();
  const { busy, problem, run } = useTask<"pin">();
  return (
    <>
      <button
        type="button"
        aria-pressed={pinned}
        aria-label={`Keep the scan ${name}, whatever its age`}
        disabled={busy !== undefined}
        className={quietButton}
        onClick={() =>
          run("pin", async () => {
            await send(
              pinned ? "DELETE" : "PUT",
              `/api/scans/${encodeURIComponent(scanId)}/pin`,
              pinned ? undefined : {},
            );
            router.refresh();
          })
        }
      >
        {pinned ? "Kept" : "Keep"}
      </button>
      {problem !== undefined && (
        <span role="alert" className="text-critical">
          {problem}
        </span>
      )}
    </>
  );
}
