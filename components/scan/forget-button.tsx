"use client";

import { useRouter } from "next/navigation";
import { forgetConnection } from "@/components/scan/scan-requests";
import { useTask } from "@/components/scan/use-task";
import { quietButton } from "@/components/ui/button-classes";

/** Forgets how the account was last reached. */
export function ForgetButton() {
  const router = useRouter();
  const { busy, problem, run } = useTask<"forget">();

  async function forget() {
    await forgetConnection();
    router.refresh();
    document.querySelector("main")?.focus();
  }

  return (
    <>
      <button
        type="button"
        disabled={busy !== undefined}
        onClick={() => run("forget", forget)}
        className={quietButton}
      >
        Forget
      </button>
      {problem !== undefined && (
        <span role="alert" className="text-sm text-critical">
          {problem}
        </span>
      )}
    </>
  );
}
