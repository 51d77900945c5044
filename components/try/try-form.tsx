"use client";

import { useState, type FormEvent } from "react";
import { askSimulation } from "@/components/try/ask-simulation";
import { DocumentField } from "@/components/try/document-field";
import { RequestFields, type RequestValues, type TryChoices } from "@/components/try/request-fields";
import { readForm } from "@/components/try/read-form";
import type { TryAnswer } from "@/components/try/try-answer";
import { FormField } from "@/components/ui/form-field";
import { TryResult } from "@/components/try/try-result";
import { primaryButton, quietButton } from "@/components/ui/button-classes";

export interface TryStart extends RequestValues {
  readonly identityPolicies: readonly string[];
  readonly boundary: string;
  readonly resourcePolicy: string;
}

type State =
  | { readonly kind: "none" }
  | { readonly kind: "answer"; readonly answer: TryAnswer }
  | { readonly kind: "problem"; readonly field: string | undefined; readonly problem: string };

/** Documents and a request on one side, the decision on the other. */
export function TryForm({ start, choices }: { readonly start: TryStart; readonly choices: TryChoices }) {
  const [state, setState] = useState<State>({ kind: "none" });
  const [documents, setDocuments] = useState(Math.max(1, start.identityPolicies.length));

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setState(await askSimulation(readForm(new FormData(event.currentTarget))));
  }

  const problems =
    state.kind === "problem" && state.field !== undefined ? { [state.field]: state.problem } : {};
  return (
    <div className="grid items-start gap-6 rail:grid-cols-2">
      <form onSubmit={(event) => void submit(event)} className="grid min-w-0 gap-4">
        {Array.from({ length: documents }, (_, index) => (
          <DocumentField
            key={index}
            id={`try-identity-${index}`}
            name="identityPolicies"
            label={documents === 1 ? "Identity policy" : `Identity policy ${index + 1}`}
            value={start.identityPolicies[index] ?? ""}
            problem={problems[`identityPolicies ${index}`]}
          />
        ))}
        <p>
          <button type="button" className={quietButton} onClick={() => setDocuments(documents + 1)}>
            Add an identity policy
          </button>
        </p>
        <OtherDocuments start={start} problems={problems} />
        <RequestFields choices={choices} values={start} problems={problems} />
        <ContextField problem={problems["context"]} />
        <p>
          <button type="submit" className={primaryButton}>
            Decide
          </button>
        </p>
      </form>
      <section
        aria-label="Decision"
        aria-live="polite"
        className="min-w-0 rounded-md border border-line bg-surface p-4 rail:sticky rail:top-4"
      >
        {state.kind === "none" && (
          <p className="py-8 text-center text-muted">The decision, and why, comes here.</p>
        )}
        {state.kind === "answer" && <TryResult answer={state.answer} />}
        {state.kind === "problem" && <p className="text-critical">{state.problem}</p>}
      </section>
    </div>
  );
}

interface OtherDocumentsProps {
  readonly start: TryStart;
  readonly problems: Readonly<Record<string, string | undefined>>;
}

function OtherDocuments({ start, problems }: OtherDocumentsProps) {
  const isOpen = start.boundary !== "" || start.resourcePolicy !== "";
  return (
    <details open={isOpen}>
      <summary className="text-sm text-accent">Boundary and resource policy</summary>
      <div className="mt-3 grid gap-4">
        <DocumentField
          id="try-boundary"
          name="boundary"
          label="Permissions boundary"
          value={start.boundary}
          problem={problems["boundary"]}
          rows={6}
        />
        <DocumentField
          id="try-resource-policy"
          name="resourcePolicy"
          label="Policy of the stream"
          value={start.resourcePolicy}
          problem={problems["resourcePolicy"]}
          rows={6}
        />
      </div>
    </details>
  );
}

function ContextField({ problem }: { readonly problem: string | undefined }) {
  return (
    <>
      <FormField
        id="try-context"
        label="What is known of the request"
        hint="A line for each key: aws:SourceVpce = vpce-0a1b. A key without a value is absent. What follows from who asks need not be given."
        problem={problem}
      >
        <textarea
          id="try-context"
          name="context"
          rows={3}
          spellCheck={false}
          aria-invalid={problem !== undefined}
          className="w-full resize-y rounded-md border border-line-strong bg-surface p-2.5 font-mono text-xs leading-5 aria-[invalid=true]:border-critical"
        />
      </FormField>
      <label className="flex items-center gap-2 text-sm">
        <input type="checkbox" name="contextComplete" /> Keys that are not listed are absent; otherwise they
        are unknown
      </label>
    </>
  );
}
