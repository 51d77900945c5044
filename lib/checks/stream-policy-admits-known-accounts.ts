import { defineRegionCheck } from "@/lib/model/check";
import type { Stream } from "@/lib/model/stream";
import type { Judgement } from "@/lib/model/verdict";
import { judgeResourcePolicy } from "@/lib/checks/admitted-principals";
import { eachStream } from "@/lib/checks/each-stream";
import { framework } from "@/lib/checks/frameworks";
import { conclude } from "@/lib/checks/judgement";
import { readsOf } from "@/lib/model/observed";
import type { OrganizationParts } from "@/lib/checks/known-accounts";
import { policiesOfStream } from "@/lib/checks/stream-policies";
import { streamSubject } from "@/lib/checks/subject";

export const streamPolicyAdmitsKnownAccounts = defineRegionCheck({
  id: "KDS-SHR-01",
  set: "extended",
  scope: "stream",
  severity: "critical",
  title: "The resource policy admits known accounts only",
  rationale:
    "A resource policy on a stream or on one of its consumers opens the records to another account, whose administrators then decide who reads them. The lecture predates such policies and IAM Access Analyzer does not look at them, so that a forgotten one stays unseen.",
  looksAt:
    "The principals that the policies of the stream and of its consumers allow, against this account, the management account, the organization's accounts and those declared as known.",
  remediation:
    "Take the principal out of the policy, or declare its account as known if it is yours. A principal that was deleted can go without harm.",
  frameworks: {
    [framework.nist]: ["AC-3", "AC-4"],
    [framework.wellArchitected]: ["SEC03-BP07"],
  },
  sources: [
    "https://docs.aws.amazon.com/streams/latest/dev/controlling-access.html",
    "https://docs.aws.amazon.com/streams/latest/dev/resource-based-policy-examples.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html",
  ],
  settings: ["knownAccountIds"],
  reads: ["streams", "organization", "organizationAccountIds"],
  evaluate: (input) => eachStream(input, (stream) => judge(stream, input)),
});

function judge(stream: Stream, parts: OrganizationParts): Judgement {
  const { policies, gaps, reads } = policiesOfStream(stream);
  const judged = policies.map((policy) => judgeResourcePolicy(policy, parts));
  const { organization, organizationAccountIds } = parts;
  const passes =
    policies.length === 0
      ? `No resource policy is attached to ${stream.name} or its consumers.`
      : `The ${policies.length} resource policies of ${stream.name} and its consumers admit known accounts only.`;
  return conclude({
    subject: streamSubject(stream),
    causes: judged.flatMap(({ causes }) => causes),
    gaps: [...gaps, ...judged.flatMap((each) => each.gaps)],
    reads: policies.length === 0 ? reads : [...reads, ...readsOf(organization, organizationAccountIds)],
    passes,
    heaviest: "critical",
  });
}
