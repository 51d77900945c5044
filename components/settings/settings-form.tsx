"use client";

import { useRouter } from "next/navigation";
import { useState, type SubmitEvent } from "react";
import { useTask } from "@/components/scan/use-task";
import { send } from "@/components/send";
import { SettingInput } from "@/components/settings/setting-input";
import { settingSections } from "@/components/settings/setting-fields";
import { problemsByField, settingOfText, textOfSetting } from "@/components/settings/setting-text";
import { primaryButton, quietButton } from "@/components/ui/button-classes";
import type { AuditSettings } from "@/lib/model/settings";

const fields = settingSections.flatMap((section) => section.fields);
const names = fields.map(({ name }) => name);

/** Everything that the owner may declare. What the server refuses is said at its field, and nothing typed is lost. */
export function SettingsForm({ settings }: { readonly settings: AuditSettings }) {
  const router = useRouter();
  const { busy, problem, run } = useTask<"save" | "reset">();
  const [done, setDone] = useState("");
  const [saved, setSaved] = useState(0);
  const problems = problem === undefined ? {} : problemsByField(problem, names);

  function change(name: "save" | "reset", work: () => Promise<Response>) {
    setDone("");
    run(name, async () => {
      const { judgedScanId } = await readAnswer(await work());
      setDone(judgedScanId ? "Saved, and the newest scan was judged again." : "Saved, for the next scan.");
      setSaved(saved + 1);
      router.refresh();
    });
  }

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    change("save", () => send("PUT", "/api/settings", readForm(form)));
  }

  return (
    <form onSubmit={onSubmit} className="grid gap-6">
      {settingSections.map(({ title, fields: ofSection }) => (
        <fieldset key={title} className="grid min-w-0 items-start gap-4 rail:grid-cols-2">
          <legend className="mb-3 font-semibold">{title}</legend>
          {ofSection.map((field) => {
            const text = textOfSetting(field, settings[field.name]);
            // Made anew when it was saved: it then shows what the server keeps, and until then what was typed.
            const key = `${field.name} ${saved} ${text}`;
            return <SettingInput key={key} field={field} text={text} problem={problems[field.name]} />;
          })}
        </fieldset>
      ))}
      {problem !== undefined && (
        <p role="alert" className="text-critical">
          {problems[""] ?? "Nothing was saved: see what stands in red."}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <button type="submit" disabled={busy !== undefined} className={primaryButton}>
          {busy === "save" ? "Judging again" : "Save"}
        </button>
        <button
          type="button"
          disabled={busy !== undefined}
          className={quietButton}
          onClick={() => change("reset", () => send("DELETE", "/api/settings"))}
        >
          Use the defaults
        </button>
        <output className="text-sm text-muted">{done}</output>
      </div>
    </form>
  );
}

function readForm(form: FormData): Readonly<Record<string, unknown>> {
  const members = fields.map((field): [string, unknown] => {
    const text = form.get(field.name);
    return [field.name, settingOfText(field, typeof text === "string" ? text : "")];
  });
  return Object.fromEntries(members);
}

/** Of our own route. */
async function readAnswer(response: Response): Promise<{ readonly judgedScanId?: string }> {
  return response.json();
}
