"use client";

import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { readScanWish } from "@/components/scan/read-scan-wish";
import { startScan } from "@/components/scan/scan-requests";
import { scanRoute } from "@/components/scan/scan-route";
import { primaryButton, textField } from "@/components/ui/button-classes";

const fields = [
  {
    name: "regions",
    label: "Regions",
    hint: "As many as you like, e.g. us-east-1, eu-west-1. Empty: the Region of the credentials.",
  },
  { name: "profile", label: "Profile", hint: "Of the AWS configuration on the server." },
  { name: "roleArn", label: "Role ARN", hint: "Assumed for the scan." },
  { name: "externalId", label: "External id", hint: "Where the role's trust asks for one." },
] as const;

/** Starts a scan with choices. Names and ids only: credentials never pass through the browser. */
export function ScanForm({ demo }: { readonly demo: boolean }) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function start(form: HTMLFormElement) {
    router.push(scanRoute(await startScan(readScanWish(new FormData(form)))));
    router.refresh();
  }

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    start(event.currentTarget)
      .catch((error: unknown) => setProblem(error instanceof Error ? error.message : String(error)))
      .finally(() => setBusy(false));
  }

  return (
    <form onSubmit={onSubmit} className="grid max-w-[560px] gap-4">
      {(demo ? fields.slice(0, 1) : fields).map(({ name, label, hint }) => (
        <div key={name}>
          <label htmlFor={`scan-${name}`} className="font-medium">
            {label}
          </label>
          <input
            id={`scan-${name}`}
            name={name}
            autoComplete="off"
            aria-describedby={`scan-${name}-hint`}
            className={textField}
          />
          <p id={`scan-${name}-hint`} className="mt-0.5 text-sm text-muted">
            {hint}
          </p>
        </div>
      ))}
      <label className="flex items-center gap-2">
        <input type="checkbox" name="allRegions" className="size-4" /> All Regions that the account has
        enabled
      </label>
      {problem !== undefined && (
        <p role="alert" className="text-critical">
          {problem}
        </p>
      )}
      <button type="submit" disabled={busy} className={`${primaryButton} justify-self-start`}>
        {busy ? "Starting" : "Start scan"}
      </button>
    </form>
  );
}
