import { sentenceIn } from "@/components/send";
import type { WhatIf } from "@/lib/model/comparison";
import type { CheckSet } from "@/lib/model/scan";

export type EditAnswer =
  | { readonly kind: "answer"; readonly whatIf: WhatIf }
  | { readonly kind: "problem"; readonly problem: string };

interface Edit {
  readonly policyId: string;
  readonly document: string;
}

/** Lets the server judge the account with an edited policy; what keeps it from that is a sentence. */
export async function askWhatIf(edit: Edit, set: CheckSet | undefined): Promise<EditAnswer> {
  const response = await fetch(`/api/policies/what-if${set === undefined ? "" : `?set=${set}`}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(edit),
  }).catch(() => undefined);
  const body: unknown = await response?.json().catch(() => undefined);
  if (response?.ok && isAnswer(body)) return { kind: "answer", whatIf: body.whatIf };
  const unreached = "The server could not be reached; what you typed is still here.";
  return { kind: "problem", problem: sentenceIn(body) ?? unreached };
}

/** What our own route answers when it answers at all. */
function isAnswer(body: unknown): body is { readonly whatIf: WhatIf } {
  return typeof body === "object" && body !== null && "whatIf" in body;
}
