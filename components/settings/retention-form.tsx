"use client";

import { useRouter } from "next/navigation";
import { useState, type SubmitEvent } from "react";
import { useTask } from "@/components/scan/use-task";
import { send } from "@/components/send";
import { FormField } from "@/components/ui/form-field";
import { quietButton, textField } from "@/components/ui/button-classes";
import { countOf } from "@/lib/format/count-of";

/** For how many days scans are kept; empty: for ever. */
export function RetentionForm({ days }: { readonly days: number | null }) {
  const router = useRouter();
  const { busy, problem, run } = useTask<"save">();
  const [done, setDone] = useState("");

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const text = new FormData(event.currentTarget).get("days");
    const typed = typeof text === "string" ? text.trim() : "";
    setDone("");
    run("save", async () => {
      const { removed } = await readAnswer(await send("PUT", "/api/retention", { days: readDays(typed) }));
      setDone(removed === 0 ? "Saved." : `Saved, and ${countOf(removed, "scan")} went.`);
      router.refresh();
    });
  }

  return (
    <form onSubmit={onSubmit} className="grid max-w-[560px] gap-3">
      <FormField
        id="retention-days"
        label="Keep scans for so many days"
        hint="Empty: for ever. The newest of each account stays, and so does one that you keep on purpose."
        problem={problem}
      >
        <input
          id="retention-days"
          name="days"
          inputMode="numeric"
          defaultValue={days ?? ""}
          aria-describedby="retention-days-hint"
          className={textField}
        />
      </FormField>
      <div className="flex items-center gap-2">
        <button type="submit" disabled={busy !== undefined} className={quietButton}>
          Save days
        </button>
        <output className="text-sm text-muted">{done}</output>
      </div>
    </form>
  );
}

/** What is no number goes as it was typed, so that the server refuses it: as a number it would be none, for ever. */
function readDays(text: string): number | string | null {
  if (text === "") return null;
  return Number.isNaN(Number(text)) ? text : Number(text);
}

/** Of our own route. */
async function readAnswer(response: Response): Promise<{ readonly removed: number }> {
  return response.json();
}
