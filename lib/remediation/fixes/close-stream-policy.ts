import type { Fix, FixInput } from "@/lib/remediation/fix";
import { editStreamPolicy } from "@/lib/remediation/fixes/edit-stream-policy";
import { withoutPrincipals } from "@/lib/remediation/fixes/without-principals";

/** KDS-SHR-01: the principals that nobody knows are taken out of the policy of the stream, and nobody else. */
export function closeStreamPolicy(input: FixInput): Fix | undefined {
  return editStreamPolicy(input, {
    words:
      "Take the principal out of the policy, or declare its account as known under Settings if the sharing is meant.",
    announces: [{ words: "Whoever uses the stream from that account is refused from then on." }],
    edit: (statement) => withoutPrincipals(statement, input.finding.cause.principals),
  });
}
