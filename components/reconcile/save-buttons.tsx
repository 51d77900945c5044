"use client";

import { useState } from "react";
import { askMarkdown } from "@/components/reconcile/ask-reconcile";
import { quietButton } from "@/components/ui/button-classes";
import { Icon } from "@/components/ui/icon";
import type { Reconciliation } from "@/lib/model/reconciliation";
import type { CheckSet } from "@/lib/model/scan";

interface SaveButtonsProps {
  readonly reconciliation: Reconciliation;
  /** The file once more: the server has kept nothing of it. */
  readonly file: File;
  readonly set: CheckSet | undefined;
}

/** The result as a file to keep. */
export function SaveButtons({ reconciliation, file, set }: SaveButtonsProps) {
  const [problem, setProblem] = useState<string>();

  async function saveMarkdown() {
    const asked = await askMarkdown(file, set);
    setProblem(asked.kind === "problem" ? asked.problem : undefined);
    if (asked.kind === "answer") save("weir-reconciliation.md", "text/markdown", asked.answer);
  }

  return (
    <span className="flex flex-wrap items-center gap-2 screen-only">
      {problem !== undefined && <span className="text-critical">{problem}</span>}
      <button type="button" className={quietButton} onClick={() => void saveMarkdown()}>
        <Icon name="download" />
        Markdown
      </button>
      <button
        type="button"
        className={quietButton}
        onClick={() =>
          save("weir-reconciliation.json", "application/json", `${JSON.stringify(reconciliation, null, 2)}\n`)
        }
      >
        <Icon name="download" />
        JSON
      </button>
    </span>
  );
}

function save(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
