"use client";

import { useRouter } from "next/navigation";
import { checkAccess, type AccessWish } from "@/components/scan/scan-requests";
import { useTask } from "@/components/scan/use-task";
import { quietButton } from "@/components/ui/button-classes";

interface CheckButtonProps {
  readonly wish: AccessWish;
  readonly label?: string;
}

/** Tries each call of a scan once, and goes to what came of it. */
export function CheckButton({ wish, label = "Check access" }: CheckButtonProps) {
  const router = useRouter();
  const { busy, problem, run } = useTask<"check">();

  async function check() {
    await checkAccess(wish);
    router.push("/preflight");
    router.refresh();
  }

  return (
    <>
      <button
        type="button"
        disabled={busy !== undefined}
        className={quietButton}
        onClick={() => run("check", check)}
      >
        {busy === undefined ? label : "Checking"}
      </button>
      <output className="text-sm text-muted">
        {busy !== undefined && "Each call of a scan is tried once."}
      </output>
      {problem !== undefined && (
        <span role="alert" className="max-w-[48ch] text-sm text-critical">
          {problem}
        </span>
      )}
    </>
  );
}
