"use client";

import { useState, type FormEvent } from "react";
import { askReconcile, type Asked } from "@/components/reconcile/ask-reconcile";
import { ReconciliationView } from "@/components/reconcile/reconciliation-view";
import { SaveButtons } from "@/components/reconcile/save-buttons";
import { primaryButton } from "@/components/ui/button-classes";
import { FormField } from "@/components/ui/form-field";
import { Panel } from "@/components/ui/panel";
import type { Reconciliation } from "@/lib/model/reconciliation";
import type { CheckSet } from "@/lib/model/scan";

type State =
  | { readonly kind: "none" }
  | { readonly kind: "asking" }
  | (Asked<Reconciliation> & { readonly file: File });

/** A file to be read on one side of the wire, and what came of each of its rows. */
export function ReconcileForm({ set }: { readonly set: CheckSet | undefined }) {
  const [state, setState] = useState<State>({ kind: "none" });

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const file = new FormData(event.currentTarget).get("file");
    if (!(file instanceof File)) return;
    setState({ kind: "asking" });
    setState({ ...(await askReconcile(file, set)), file });
  }

  const problem = state.kind === "problem" ? state.problem : undefined;
  return (
    <>
      <Panel title="A file of findings">
        <form
          onSubmit={(event) => void submit(event)}
          className="grid items-start gap-3 rail:grid-cols-[minmax(0,1fr)_auto]"
        >
          <FormField
            id="findings-file"
            label="File"
            hint="Prowler's OCSF (JSON) or CSV, or findings of Security Hub as JSON or JSON lines; at most 8 MB. It is read and not kept."
            problem={problem}
          >
            <input
              id="findings-file"
              name="file"
              type="file"
              required
              accept=".json,.jsonl,.ndjson,.csv"
              aria-describedby={`findings-file-hint${problem === undefined ? "" : " findings-file-problem"}`}
              aria-invalid={problem !== undefined}
              className="w-full min-w-0 rounded-md border border-line-strong bg-surface px-2.5 py-1 text-sm text-ink"
            />
          </FormField>
          <button
            type="submit"
            disabled={state.kind === "asking"}
            className={`${primaryButton} justify-self-start rail:mt-6`}
          >
            Compare with the scan
          </button>
        </form>
      </Panel>
      <div aria-live="polite" className="grid gap-4">
        {state.kind === "asking" && <p className="text-muted">The file is held to the scan.</p>}
        {state.kind === "answer" && (
          <ReconciliationView
            reconciliation={state.answer}
            actions={<SaveButtons reconciliation={state.answer} file={state.file} set={set} />}
          />
        )}
      </div>
    </>
  );
}
