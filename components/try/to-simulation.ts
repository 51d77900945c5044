import { readContext } from "@/components/try/read-context";

export interface TryInput {
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  readonly context: string;
  readonly contextComplete: boolean;
  readonly identityPolicies: readonly string[];
  readonly boundary: string;
  readonly resourcePolicy: string;
}

export type SimulationBody =
  | { readonly ok: true; readonly body: object }
  | { readonly ok: false; readonly field: string; readonly problem: string };

/** What the form asks the server; an empty document is one that is not there. */
export function toSimulation(input: TryInput): SimulationBody {
  const context = readContext(input.context);
  if (!context.ok) return { ok: false, field: "context", problem: context.problem };
  const identityPolicies = input.identityPolicies.filter((text) => text.trim() !== "");
  return {
    ok: true,
    body: {
      request: {
        principal: input.principal.trim(),
        action: input.action.trim(),
        resource: input.resource.trim(),
        context: context.context,
      },
      policies: {
        identityPolicies,
        ...(input.boundary.trim() !== "" && { boundary: input.boundary }),
        ...(input.resourcePolicy.trim() !== "" && { resourcePolicy: input.resourcePolicy }),
      },
      contextComplete: input.contextComplete,
    },
  };
}

/**
 * Which field a message of the server is about. It counts the documents that were sent, and the form those that it
 * shows: `places` says which those were.
 */
export function fieldOf(message: string, identityPolicies: readonly string[]): string | undefined {
  const found = /^(?:request|policies)\.(\w+)(?:\[(\d+)\]|\.(\d+))?/.exec(message);
  if (!found) return undefined;
  const [, name = "", bracketed, dotted] = found;
  if (name !== "identityPolicies") return name;
  const sent = Number(bracketed ?? dotted ?? 0);
  const filled = [...identityPolicies.entries()].filter(([, text]) => text.trim() !== "");
  return `identityPolicies ${filled[sent]?.[0] ?? 0}`;
}
