import "server-only";
import { compilePolicy, type CompiledPolicy, type PolicyKind } from "@/lib/iam/decision/compile-policy";
import { decodeDocument } from "@/lib/iam/decision/decode-document";
import { simulate, SimulationError, type Simulation } from "@/lib/iam/simulation/simulate";
import type { PolicyDocument, SimulateLine } from "@/lib/iam/simulation/simulate-request";
import { kinesisActions } from "@/lib/kinesis/action-resources";
import { HttpError } from "@/lib/server/http-error";
import { viewText, type TextView } from "@/lib/server/policies";
import { requireViewer } from "@/lib/server/viewer";

export { simulateLineSchema } from "@/lib/iam/simulation/simulate-request";

/** The decision, with the documents that its statements point into, laid out as they are shown. */
export interface SimulationView extends Simulation {
  readonly documents: readonly (TextView & { readonly label: string })[];
}

/** Decides a request by the documents that come with it; nothing of the account is looked up. */
export async function startSimulation(line: SimulateLine): Promise<SimulationView> {
  await requireViewer();
  try {
    return {
      ...simulate(line, { compile, actionFacts: kinesisActions }),
      documents: documentsOf(line.policies),
    };
  } catch (error) {
    if (error instanceof SimulationError) throw new HttpError("bad-request", error.message, { cause: error });
    throw error;
  }
}

function compile(document: PolicyDocument, kind: PolicyKind): CompiledPolicy {
  const text = textOf(document);
  return text === undefined
    ? { ok: false, problem: "the URL encoding is broken" }
    : compilePolicy(text, kind);
}

function textOf(document: PolicyDocument): string | undefined {
  return decodeDocument(typeof document === "string" ? document : JSON.stringify(document));
}

function documentsOf(policies: SimulateLine["policies"]): SimulationView["documents"] {
  const { identityPolicies = [], boundary, resourcePolicy, sessionPolicy } = policies;
  const labelled: [string, PolicyDocument | undefined][] = [
    ...identityPolicies.map((document, index): [string, PolicyDocument] => [
      `identityPolicies[${index}]`,
      document,
    ]),
    ["boundary", boundary],
    ["sessionPolicy", sessionPolicy],
    ["resourcePolicy", resourcePolicy],
  ];
  return labelled.flatMap(([label, document]) => {
    const text = document === undefined ? undefined : textOf(document);
    return text === undefined ? [] : [{ label, ...viewText(text) }];
  });
}
