"use client";

import { useRouter } from "next/navigation";
import { useId, useRef } from "react";
import { removeScan } from "@/components/scan/scan-requests";
import { useTask } from "@/components/scan/use-task";
import { dangerButton, quietButton } from "@/components/ui/button-classes";

interface RemoveButtonProps {
  readonly scanId: string;
  /** What the scan is told from others by, in a sentence: `of 111122223333, started 23 Nov 2026`. */
  readonly name: string;
}

/**
 * Removes a scan after a question. The question is a modal dialog of the browser's own: Escape closes it, the focus
 * stays inside, and goes back to the button.
 */
export function RemoveButton({ scanId, name }: RemoveButtonProps) {
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const { busy, problem, run } = useTask<"remove">();

  async function remove() {
    await removeScan(scanId);
    dialog.current?.close();
    router.push("/scans");
    router.refresh();
    // The button that had the focus is gone with the scan.
    document.querySelector("main")?.focus();
  }

  return (
    <>
      <button
        type="button"
        aria-label={`Delete the scan ${name}`}
        onClick={() => dialog.current?.showModal()}
        className={quietButton}
      >
        Delete
      </button>
      <dialog ref={dialog} aria-labelledby={titleId} className="question">
        <h2 id={titleId} className="font-semibold">
          Delete this scan?
        </h2>
        <p className="mt-2">
          The scan {name}, goes with what AWS said and the report made of it. Exports that you kept stay as
          they are.
        </p>
        {problem !== undefined && (
          <p role="alert" className="mt-2 text-critical">
            {problem}
          </p>
        )}
        <div className="mt-4 flex flex-wrap justify-end gap-2">
          <button type="button" onClick={() => dialog.current?.close()} className={quietButton}>
            Keep it
          </button>
          <button
            type="button"
            disabled={busy !== undefined}
            onClick={() => run("remove", remove)}
            className={dangerButton}
          >
            {busy === undefined ? "Delete scan" : "Deleting"}
          </button>
        </div>
      </dialog>
    </>
  );
}
