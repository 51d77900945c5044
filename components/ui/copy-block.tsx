"use client";

import { useState } from "react";
import { quietButton } from "@/components/ui/button-classes";
import { ScrollFrame } from "@/components/ui/scroll-frame";

interface CopyBlockProps {
  readonly text: string;
  /** What it is, for those who do not see it. */
  readonly label: string;
  /** Breaks long lines, as a command may be and a document may not. */
  readonly wrap?: boolean;
}

/** Text to take elsewhere: a policy, a command. */
export function CopyBlock({ text, label, wrap = false }: CopyBlockProps) {
  const [state, setState] = useState<"idle" | "copied" | "refused">("idle");

  function copy() {
    navigator.clipboard.writeText(text).then(
      () => setState("copied"),
      () => setState("refused"),
    );
  }

  return (
    <div className="flex min-w-0 items-start gap-2 rounded-md bg-sunken">
      <ScrollFrame label={label} className="min-w-0 flex-1 rounded-md">
        <pre
          dir="ltr"
          className={`px-3 py-2.5 text-xs leading-5 ${wrap ? "whitespace-pre-wrap" : "w-max min-w-full"}`}
        >
          {text}
        </pre>
      </ScrollFrame>
      <div className="flex shrink-0 items-center gap-2 p-1">
        <output className="text-sm text-muted">
          {state === "refused" && "The browser does not allow it."}
        </output>
        <button type="button" aria-label={`Copy: ${label}`} onClick={copy} className={quietButton}>
          {state === "copied" ? "Copied" : "Copy"}
        </button>
      </div>
    </div>
  );
}
