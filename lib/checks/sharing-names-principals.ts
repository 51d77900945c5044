import { defineRegionCheck } from "@/lib/model/check";
import { groupBy } from "@/lib/model/group-by";
import { readsOf } from "@/lib/model/observed";
import type { Stream } from "@/lib/model/stream";
import type { Cause, Judgement, Severity } from "@/lib/model/verdict";
import { accountOf, parsePrincipal } from "@/lib/iam/principal";
import type { Principal, PrincipalEntry } from "@/lib/iam/principal";
import type { Statement } from "@/lib/iam/statement";
import { matchesAction } from "@/lib/iam/match-action";
import { dutyOfAction } from "@/lib/kinesis/duty-of-action";
import { kinesisActions } from "@/lib/kinesis/service-actions";
import { doings, courseRoleOf } from "@/lib/checks/duty-words";
import type { CourseRole } from "@/lib/checks/duty-words";
import { eachStream } from "@/lib/checks/each-stream";
import { inWords } from "@/lib/checks/enumerate";
import { framework } from "@/lib/checks/frameworks";
import { conclude } from "@/lib/checks/judgement";
import { standingOf } from "@/lib/checks/known-accounts";
import type { OrganizationParts } from "@/lib/checks/known-accounts";
import { capitalised, readStatements } from "@/lib/checks/policy-document";
import { policiesOfStream } from "@/lib/checks/stream-policies";
import { streamSubject } from "@/lib/checks/subject";

export const sharingNamesPrincipals = defineRegionCheck({
  id: "KDS-SHR-02",
  set: "extended",
  scope: "stream",
  severity: "medium",
  title: "Sharing names principals and the actions they need",
  rationale:
    "A policy that admits a whole account lets that account's administrators choose who reads, today and tomorrow. One that lets a principal write and read gives a partner more than its part of the work needs.",
  looksAt:
    "Whom the policies of the stream and of its consumers allow from elsewhere, and the actions that each is given.",
  remediation:
    "Name the role of the other account that needs the stream, and give it the actions of its one duty: writing, or reading.",
  frameworks: { [framework.nist]: ["AC-3", "AC-4"], [framework.wellArchitected]: ["SEC03-BP07"] },
  sources: [
    "https://docs.aws.amazon.com/streams/latest/dev/resource-based-policy-examples.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html",
  ],
  settings: ["knownAccountIds"],
  reads: ["streams", "organization", "organizationAccountIds"],
  evaluate: (input) => eachStream(input, (stream) => judge(stream, input)),
});

interface Shared {
  readonly policyId: string;
  readonly policyName: string;
  readonly statement: Statement;
}

function judge(stream: Stream, parts: OrganizationParts): Judgement {
  const { statements, gaps, reads } = sharedStatements(stream);
  const byPrincipal = new Map<string, { entry: PrincipalEntry; shared: Shared[] }>();
  for (const shared of statements)
    for (const entry of shared.statement.principals ?? []) {
      const found = byPrincipal.get(entry.value) ?? { entry, shared: [] };
      found.shared.push(shared);
      byPrincipal.set(entry.value, found);
    }
  const causes = [...byPrincipal.values()].flatMap(({ entry, shared }) => causesOf(entry, shared, parts));
  return conclude({
    subject: streamSubject(stream),
    causes,
    gaps,
    reads: [...reads, ...readsOf(parts.organization, parts.organizationAccountIds)],
    passes:
      byPrincipal.size === 0
        ? `None: ${stream.name} and its consumers are shared with nobody.`
        : "Each principal is named, and given the actions of one duty.",
    heaviest: "medium",
  });
}

function sharedStatements(stream: Stream) {
  const { policies, gaps, reads } = policiesOfStream(stream);
  const documents = policies.map((policy) => ({ policy, read: readStatements(policy.text, policy.origin) }));
  const statements = documents.flatMap(({ policy, read }): Shared[] =>
    (read.ok ? read.statements : [])
      .filter(({ effect }) => effect === "Allow")
      .map((statement) => ({ policyId: policy.id, policyName: policy.origin.name, statement })),
  );
  const unread = documents.flatMap(({ read }) => (read.ok ? [] : [read.gap]));
  return { statements, gaps: [...gaps, ...unread], reads };
}

function causesOf(entry: PrincipalEntry, shared: readonly Shared[], parts: OrganizationParts): Cause[] {
  const principal = parsePrincipal(entry);
  const accountId = accountOf(principal);
  // Everybody, and whoever is gone, are SHR-01's to say.
  if (accountId === undefined) return [];
  const roles = new Set(shared.flatMap(({ statement }) => rolesOf(statement)));
  const faults = [
    ...(principal.kind === "account" ? [`admits the whole account ${accountId}`] : []),
    ...(roles.size > 1
      ? [`lets ${nameOf(principal, entry)} do more than one duty: ${inWords(doings(roles))}`]
      : []),
  ];
  const [first] = shared;
  if (faults.length === 0 || !first) return [];
  const severity: Severity = standingOf(accountId, parts) === "known" ? "low" : "medium";
  return [...groupBy(shared, (each) => each.policyId)].map(([id, ofPolicy]) => ({
    kind: "statement",
    id: `${id}#${entry.value}`,
    label: `${capitalised(ofPolicy[0]?.policyName ?? "")} ${faults.join(", and ")}.`,
    severity,
    document: { policyId: id, statements: ofPolicy.map(({ statement }) => statement.index) },
    principals: [entry.value],
  }));
}

function nameOf(principal: Principal, { value }: PrincipalEntry): string {
  return "name" in principal ? `${principal.kind} ${principal.name}` : value;
}

/** The roles of the course that a statement gives a part of. */
function rolesOf({ actions, notActions }: Statement): CourseRole[] {
  const covered = kinesisActions.filter(({ name }) =>
    actions
      ? actions.some((pattern) => matchesAction(pattern, name))
      : !(notActions ?? []).some((pattern) => matchesAction(pattern, name)),
  );
  return covered.flatMap(({ name }) => {
    const duty = dutyOfAction(name);
    return duty === undefined || duty === "inspect" ? [] : (courseRoleOf(duty) ?? []);
  });
}
