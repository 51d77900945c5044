"use client";

import { useRouter } from "next/navigation";
import type { ReactNode, SubmitEvent } from "react";
import { useTask } from "@/components/scan/use-task";
import { send } from "@/components/send";
import { problemsByField } from "@/components/settings/setting-text";
import { primaryButton, textField } from "@/components/ui/button-classes";
import { DecisionField, marked } from "@/components/waivers/decision-field";
import { bodyOf, decisionFields, type DecisionKind } from "@/components/waivers/decision-body";

interface DecisionFormProps {
  readonly kind: DecisionKind;
  /** The check that is answered, for somebody's word. */
  readonly checkId?: string;
  readonly today: string;
  /** The last day that may be chosen. */
  readonly lastDay: string;
  /** What it is about, as checkboxes with the names that `bodyOf` reads. */
  readonly children: ReactNode;
}

const words = {
  waiver: {
    path: "/api/waivers",
    text: "reason",
    label: "Reason",
    hint: "Why this is accepted, for whoever reads the report.",
    button: "Accept",
    busy: "Accepting",
  },
  attestation: {
    path: "/api/attestations",
    text: "statement",
    label: "What is confirmed",
    hint: "What was looked at and found, and where that can be looked up.",
    button: "Confirm",
    busy: "Confirming",
  },
} as const;

/** Who decides what, why and until when. What the server refuses is said at its field, and nothing typed is lost. */
export function DecisionForm({ kind, checkId, today, lastDay, children }: DecisionFormProps) {
  const router = useRouter();
  const { busy, problem, run } = useTask<"decide">();
  const { path, text, label, hint, button, busy: doing } = words[kind];
  const problems = problem === undefined ? {} : problemsByField(problem, decisionFields);
  const others = ["", "findingIds", "streamArns", "checkId"].flatMap((name) => problems[name] ?? []);
  const refusal = others.join(" ") || (problem && "Nothing was kept: see what stands in red.");

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const body = bodyOf(kind, new FormData(event.currentTarget), checkId);
    run("decide", async () => {
      await send("POST", path, body);
      router.push("/waivers");
      router.refresh();
    });
  }

  return (
    <form onSubmit={onSubmit} noValidate className="grid gap-5">
      {children}
      <div className="grid items-start gap-4 rail:grid-cols-2">
        <DecisionField
          name="owner"
          label="Owner"
          hint="The person or team that answers for it."
          problem={problems["owner"]}
        >
          {(field) => <input {...field} autoComplete="off" className={`${textField} ${marked}`} />}
        </DecisionField>
        <DecisionField
          name="expiresOn"
          label="Until"
          hint={`The last day on which it holds, in UTC; at the latest ${lastDay}.`}
          problem={problems["expiresOn"]}
        >
          {(field) => (
            <input
              {...field}
              type="date"
              min={today}
              max={lastDay}
              className={`${textField} max-w-44 ${marked}`}
            />
          )}
        </DecisionField>
      </div>
      <DecisionField name={text} label={label} hint={hint} problem={problems[text]}>
        {(field) => (
          <textarea
            {...field}
            rows={3}
            className={`w-full resize-y rounded-md border border-line-strong bg-surface p-2.5 text-sm ${marked}`}
          />
        )}
      </DecisionField>
      <Submit busy={busy !== undefined} words={busy === undefined ? button : doing} problem={refusal} />
    </form>
  );
}

interface SubmitProps {
  readonly busy: boolean;
  readonly words: string;
  readonly problem: string | undefined;
}

function Submit({ busy, words: said, problem }: SubmitProps) {
  return (
    <>
      {problem !== undefined && (
        <p role="alert" className="text-critical">
          {problem}
        </p>
      )}
      <p className="flex flex-wrap items-center gap-3">
        <button type="submit" disabled={busy} className={primaryButton}>
          {said}
        </button>
        <span className="text-sm text-muted">Nothing is changed in AWS.</span>
      </p>
    </>
  );
}
