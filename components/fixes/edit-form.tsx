"use client";

import { useState, type FormEvent } from "react";
import { askWhatIf, type EditAnswer } from "@/components/fixes/ask-what-if";
import { WhatIf } from "@/components/fixes/what-if";
import { linksFor } from "@/components/links";
import { DocumentField } from "@/components/try/document-field";
import { primaryButton } from "@/components/ui/button-classes";
import type { CheckSet } from "@/lib/model/scan";

interface EditFormProps {
  readonly policyId: string;
  readonly text: string;
  readonly set: CheckSet | undefined;
}

type State = { readonly kind: "none" } | { readonly kind: "asking" } | EditAnswer;

/** A policy to be edited on one side, and the account judged with it on the other. */
export function EditForm({ policyId, text, set }: EditFormProps) {
  const [state, setState] = useState<State>({ kind: "none" });

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const document = new FormData(event.currentTarget).get("document");
    setState({ kind: "asking" });
    setState(await askWhatIf({ policyId, document: typeof document === "string" ? document : "" }, set));
  }

  return (
    <div className="grid items-start gap-6 rail:grid-cols-2">
      <form onSubmit={(event) => void submit(event)} className="grid min-w-0 gap-4">
        <DocumentField
          id="edited-document"
          name="document"
          label="The policy as it would be"
          value={text}
          rows={24}
          problem={state.kind === "problem" ? state.problem : undefined}
        />
        <p className="flex flex-wrap items-center gap-3">
          <button type="submit" className={primaryButton} disabled={state.kind === "asking"}>
            Judge the account with it
          </button>
          <span className="text-sm text-muted">Nothing is changed in AWS.</span>
        </p>
      </form>
      <section
        aria-label="What it would change"
        aria-live="polite"
        className="min-w-0 rounded-md border border-line bg-surface p-4"
      >
        {state.kind === "answer" ? (
          <WhatIf whatIf={state.whatIf} go={linksFor(set)} />
        ) : (
          <p className={state.kind === "problem" ? "text-critical" : "text-muted"}>{wordsOf(state)}</p>
        )}
      </section>
    </div>
  );
}

function wordsOf(state: Exclude<State, { readonly kind: "answer" }>): string {
  if (state.kind === "problem") return "Nothing was judged: what keeps the document from it stands under it.";
  if (state.kind === "asking") return "The account is judged again as it would be.";
  return "Edit the policy, and see what its score, its verdicts and its duties would be.";
}
