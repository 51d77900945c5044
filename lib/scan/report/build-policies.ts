import { parsePolicyDocument } from "@/lib/iam/parse-policy-document";
import type { ReportPolicy } from "@/lib/model/report";
import type { Snapshot } from "@/lib/model/snapshot";
import type { FoundPolicy } from "@/lib/scan/report/found-policy";
import { identityPolicies } from "@/lib/scan/report/identity-policies";
import { resourcePolicies } from "@/lib/scan/report/resource-policies";

/** Every policy document that bears on the account's streams, by kind and id. */
export function buildPolicies(snapshot: Snapshot): ReportPolicy[] {
  const found = [...snapshot.accounts.flatMap(identityPolicies), ...resourcePolicies(snapshot)];
  const byId = new Map<string, FoundPolicy>();
  for (const policy of found) {
    const key = `${policy.kind} ${policy.id}`;
    byId.set(key, together(byId.get(key), policy));
  }
  return [...byId]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, policy]) => readPolicy(policy));
}

/** What AWS manages is attached in many accounts. */
function together(known: FoundPolicy | undefined, policy: FoundPolicy): FoundPolicy {
  if (!known) return policy;
  return { ...known, attachedTo: [...new Set([...known.attachedTo, ...policy.attachedTo])] };
}

function readPolicy({ text, attachedTo, ...head }: FoundPolicy): ReportPolicy {
  const policy = { ...head, text: text ?? "", attachedTo: attachedTo.toSorted() };
  if (text === undefined)
    return { ...policy, statementCount: 0, problem: "AWS gave no default version of this policy." };
  const parsed = parsePolicyDocument(text);
  return parsed.ok
    ? { ...policy, statementCount: parsed.statements.length }
    : { ...policy, statementCount: 0, problem: parsed.problem };
}
