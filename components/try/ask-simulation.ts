import { sentenceIn } from "@/components/send";
import { fieldOf, toSimulation, type TryInput } from "@/components/try/to-simulation";
import type { TryAnswer } from "@/components/try/try-answer";

export type Asked =
  | { readonly kind: "answer"; readonly answer: TryAnswer }
  | { readonly kind: "problem"; readonly field: string | undefined; readonly problem: string };

/** Lets the server decide; what keeps it from that is said with the field that it is about. */
export async function askSimulation(input: TryInput): Promise<Asked> {
  const simulation = toSimulation(input);
  if (!simulation.ok) return { kind: "problem", field: simulation.field, problem: simulation.problem };
  const response = await fetch("/api/simulate", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(simulation.body),
  }).catch(() => undefined);
  const body: unknown = await response?.json().catch(() => undefined);
  if (response?.ok && isAnswer(body)) return { kind: "answer", answer: body };
  const problem = sentenceIn(body) ?? "The server could not be reached; what you typed is still here.";
  return { kind: "problem", field: fieldOf(problem, input.identityPolicies), problem };
}

/** What our own route answers when it answers at all. */
function isAnswer(body: unknown): body is TryAnswer {
  return typeof body === "object" && body !== null && "decision" in body && "documents" in body;
}
