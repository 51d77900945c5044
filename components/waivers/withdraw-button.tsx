"use client";

import { useRouter } from "next/navigation";
import { useTask } from "@/components/scan/use-task";
import { send } from "@/components/send";
import { quietButton } from "@/components/ui/button-classes";

interface WithdrawButtonProps {
  /** `/api/waivers/…` or `/api/attestations/…`. */
  readonly path: string;
  /** What it is told from others by. */
  readonly name: string;
}

/** Takes a decision back; what was decided stands in the journal, so that nothing is asked first. */
export function WithdrawButton({ path, name }: WithdrawButtonProps) {
  const router = useRouter();
  const { busy, problem, run } = useTask<"withdraw">();
  return (
    <>
      <button
        type="button"
        disabled={busy !== undefined}
        aria-label={`Withdraw ${name}`}
        className={quietButton}
        onClick={() =>
          run("withdraw", async () => {
            await send("DELETE", path);
            router.refresh();
            document.querySelector("main")?.focus();
          })
        }
      >
        {busy === undefined ? "Withdraw" : "Withdrawing"}
      </button>
      {problem !== undefined && (
        <p role="alert" className="mt-1 text-sm text-critical">
          {problem}
        </p>
      )}
    </>
  );
}
