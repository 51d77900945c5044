import { sentenceIn } from "@/components/send";
import type { Reconciliation } from "@/lib/model/reconciliation";
import type { CheckSet } from "@/lib/model/scan";

export type Asked<T> =
  | { readonly kind: "answer"; readonly answer: T }
  | { readonly kind: "problem"; readonly problem: string };

/** Lets the server hold a file to the newest scan; what keeps it from that is a sentence. */
export async function askReconcile(file: File, set: CheckSet | undefined): Promise<Asked<Reconciliation>> {
  const response = await upload("json", file, set);
  const body: unknown = await response?.json().catch(() => undefined);
  if (response?.ok && isReconciliation(body)) return { kind: "answer", answer: body };
  return { kind: "problem", problem: sentenceIn(body) ?? unreached };
}

/** The same as Markdown. */
export async function askMarkdown(file: File, set: CheckSet | undefined): Promise<Asked<string>> {
  const response = await upload("md", file, set);
  const text = await response?.text().catch(() => undefined);
  return response?.ok && text !== undefined
    ? { kind: "answer", answer: text }
    : { kind: "problem", problem: unreached };
}

const unreached = "The server could not be reached, or the file could not be read from your disk.";

function upload(format: string, file: File, set: CheckSet | undefined): Promise<Response | undefined> {
  return fetch(`/api/reconcile/${format}${set === undefined ? "" : `?set=${set}`}`, {
    method: "POST",
    // Not the browser's guess: what is in the file is told by its contents.
    headers: { "content-type": "application/octet-stream" },
    body: file,
  }).catch(() => undefined);
}

/** What our own route answers when it answers at all. */
function isReconciliation(body: unknown): body is Reconciliation {
  return typeof body === "object" && body !== null && "counts" in body && "onlyHere" in body;
}
