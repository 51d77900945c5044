import { defineRegionCheck } from "@/lib/model/check";
import { gapsOf, readsOf } from "@/lib/model/observed";
import type { Gap } from "@/lib/model/observed";
import type { Stream } from "@/lib/model/stream";
import type { Party } from "@/lib/model/stream-access";
import type { Cause, Judgement } from "@/lib/model/verdict";
import { factsOfAccess } from "@/lib/checks/access-facts";
import { groupBy } from "@/lib/model/group-by";
import { leftAside, unreadOrganizationPolicies } from "@/lib/checks/access-notes";
import { distinctGaps } from "@/lib/checks/distinct-gaps";
import { mixedDocuments } from "@/lib/checks/document-roles";
import type { MixedDocument } from "@/lib/checks/document-roles";
import type { AccessInput } from "@/lib/checks/duties-kept-apart";
import { doings } from "@/lib/checks/duty-words";
import { dependingOn, enumerate, inWords, partyName, principalOf } from "@/lib/checks/enumerate";
import { heldByParty } from "@/lib/checks/held-by-party";
import { conclude, unknown } from "@/lib/checks/judgement";
import { capitalised } from "@/lib/checks/policy-document";
import { policyName } from "@/lib/checks/policy-name";
import { separationOfDuties } from "@/lib/checks/sod-frameworks";
import { regionSubject, streamSubject } from "@/lib/checks/subject";
import { gapsOfCells } from "@/lib/checks/unread-documents";

export const policyServesOneDuty = defineRegionCheck({
  id: "KDS-SOD-04",
  set: "course",
  scope: "stream",
  severity: "medium",
  title: "Each policy serves one duty",
  rationale:
    "A policy that serves two duties gives both to whomever it is attached to next, wanted or not. One policy a duty can be read at a glance, and attached without a second thought.",
  looksAt:
    "Each managed, inline and group policy by itself: which duties on the stream it lets its holders hold, Denies and boundaries applied.",
  remediation:
    "Split the policy by duty: administering and sharing, resharding, writing, reading. Attach to each principal the one that it needs.",
  coursePoint:
    "Four separate policies, one for each role: administrators, resharding, producers and consumers.",
  frameworks: separationOfDuties,
  sources: [
    "https://docs.aws.amazon.com/streams/latest/dev/controlling-access.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
  ],
  reads: ["streams", "access", "iam", "organization", "organizationPolicies"],
  *evaluate(input) {
    const { streams } = input;
    if (!streams.known) {
      yield unknown(regionSubject(input, "stream"), streams.gap);
      return;
    }
    const seen = streams.value.map((stream) => mixedOn(stream, input));
    const causes = causesOf(seen.flatMap(({ documents }) => documents));
    for (const each of seen) yield judge(each, causes, input);
  },
});

interface Seen {
  readonly stream: Stream;
  readonly documents: readonly MixedDocument[];
  readonly gaps: readonly Gap[];
  readonly aside: ReadonlySet<Party>;
}

function mixedOn(stream: Stream, { access, iam }: AccessInput): Seen {
  const facts = factsOfAccess(access);
  const aside = new Set<Party>();
  const mixed: MixedDocument[] = [];
  for (const holder of heldByParty(access, stream.arn)) {
    const found = mixedDocuments(holder, facts);
    if (found.length === 0) continue;
    if (access.standingOf(holder.party, stream.region) === "ordinary") mixed.push(...found);
    else aside.add(holder.party);
  }
  const open = mixed.filter(({ isProven }) => !isProven).flatMap(({ cells }) => gapsOfCells(cells, iam));
  return {
    stream,
    documents: mixed.filter(({ isProven }) => isProven),
    gaps: distinctGaps([...gapsOf(iam, stream.consumers), ...access.standingGaps(stream.region), ...open]),
    aside,
  };
}

function judge(
  { stream, documents, gaps, aside }: Seen,
  causes: ReadonlyMap<string, Cause>,
  input: AccessInput,
): Judgement {
  const ids = new Set(documents.map(({ policyId }) => policyId));
  const missing = ids.size > 0 ? unreadOrganizationPolicies(input) : "";
  return conclude({
    subject: streamSubject(stream),
    causes: [...ids].flatMap((id) => causes.get(id) ?? []),
    gaps,
    reads: readsOf(input.iam, stream.consumers),
    passes: `None: no policy alone lets a holder do more than one of administering, resharding, writing and reading on ${stream.name}.`,
    note: `${leftAside(aside, input.access, input.region)} ${missing}`.trim(),
    heaviest: "medium",
  });
}

/** One cause a document, over all streams and holders. */
function causesOf(documents: readonly MixedDocument[]): Map<string, Cause> {
  const byPolicy = groupBy(documents, ({ policyId }) => policyId);
  return new Map([...byPolicy].map(([policyId, mixed]) => [policyId, toCause(policyId, mixed)]));
}

function toCause(policyId: string, mixed: readonly MixedDocument[]): Cause {
  const parties = new Map(mixed.map(({ party }) => [party.arn, party]));
  const holders = enumerate([...parties.values()].map(partyName).toSorted());
  const roles = doings(mixed.flatMap((each) => each.roles));
  const when = dependingOn(mixed.flatMap(({ cells }) => cells.flatMap(({ conditions }) => conditions)));
  const statements = new Set(mixed.flatMap((each) => each.statements));
  return {
    kind: "policy",
    id: policyId,
    label: `${capitalised(policyName(policyId))} serves ${inWords(roles)} at once, for ${holders}${when}.`,
    severity: "medium",
    document: { policyId, statements: [...statements].toSorted((one, other) => one - other) },
    principals: [...parties.values()].map(principalOf).toSorted(),
  };
}
