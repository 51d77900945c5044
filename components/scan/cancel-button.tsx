"use client";

import { useState } from "react";
import { cancelScan } from "@/components/scan/scan-requests";
import { messageOf } from "@/components/send";
import { quietButton } from "@/components/ui/button-classes";

/** Stops a scan; the events of the scan say when it has stopped. */
export function CancelButton({ scanId }: { readonly scanId: string }) {
  const [asked, setAsked] = useState(false);
  const [problem, setProblem] = useState<string>();

  function cancel() {
    setAsked(true);
    cancelScan(scanId).catch((error: unknown) => {
      setAsked(false);
      setProblem(messageOf(error));
    });
  }

  return (
    <div className="flex items-center gap-2">
      {problem !== undefined && (
        <span role="alert" className="text-sm text-critical">
          {problem}
        </span>
      )}
      <button type="button" disabled={asked} onClick={cancel} className={quietButton}>
        {asked ? "Cancelling" : "Cancel scan"}
      </button>
    </div>
  );
}
