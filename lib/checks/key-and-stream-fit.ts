import { defineRegionCheck } from "@/lib/model/check";
import type { DerivedParts, RegionPlace } from "@/lib/model/check";
import { matchesArn } from "@/lib/iam/match-arn";
import { readsOf } from "@/lib/model/observed";
import type { AccountParts } from "@/lib/model/snapshot";
import type { Stream } from "@/lib/model/stream";
import type { DutyGrant, GrantStatement, HeldDuty } from "@/lib/model/stream-access";
import type { Cause, Judgement } from "@/lib/model/verdict";
import { hasWildcardInName } from "@/lib/kinesis/stream-pattern";
import { groupBy } from "@/lib/model/group-by";
import { distinctGaps } from "@/lib/checks/distinct-gaps";
import { eachStream } from "@/lib/checks/each-stream";
import { enumerate, partyName, principalOf } from "@/lib/checks/enumerate";
import { conclude } from "@/lib/checks/judgement";
import { capitalised } from "@/lib/checks/policy-document";
import { isResourcePolicy, policyName } from "@/lib/checks/policy-name";
import { streamSubject } from "@/lib/checks/subject";

export const keyAndStreamFit = defineRegionCheck({
  id: "KDS-REST-06",
  set: "extended",
  scope: "stream",
  severity: "low",
  title: "Key and stream permissions fit together",
  rationale:
    "Who may read a stream and not decrypt with its key reads nothing, and finds out in production. Somebody then widens a policy in a hurry, and often the wrong one.",
  looksAt:
    "The statements that name this stream by its exact ARN, and its own policy: whether whom they let write may use kms:GenerateDataKey on the key, and whom they let read kms:Decrypt.",
  remediation:
    "Give the same principal kms:Decrypt (readers) or kms:GenerateDataKey (writers) on the stream's key, bound to the stream by the encryption context, or take the statement away. A stream that is shared with another account needs a customer managed key.",
  frameworks: {},
  sources: [
    "https://docs.aws.amazon.com/streams/latest/dev/permissions-user-key-KMS.html",
    "https://docs.aws.amazon.com/streams/latest/dev/what-is-sse.html",
  ],
  reads: ["streams", "access", "iam", "aliases", "keys"],
  evaluate: (input) => eachStream(input, (stream) => judge(stream, input)),
});

type Input = RegionPlace & Pick<DerivedParts, "access"> & Pick<AccountParts, "iam">;

function judge(stream: Stream, { access, iam, region }: Input): Judgement {
  const cells = access
    .holdersOf(stream.arn)
    .filter(({ party }) => !party.isServiceLinked && access.standingOf(party, region) === "ordinary");
  const statements = new Map(
    access.grantsOn(stream.arn).map((grant) => [`${grant.policyId} ${grant.index}`, grant]),
  );
  const blocked = cells.filter((cell) => cell.isBlockedByKey);
  const grants = blocked.flatMap((cell) => namingGrants(cell, statements).map((grant) => ({ cell, grant })));
  const causes = [...groupBy(grants, ({ grant }) => `${grant.policyId} ${grant.index}`).values()].map((all) =>
    toCause(stream, all),
  );
  const open = cells.flatMap(({ openGap }) => openGap ?? []);
  const isEncrypted = !stream.encryption.known || stream.encryption.value.type !== "none";
  return conclude({
    subject: streamSubject(stream),
    causes,
    gaps: isEncrypted ? distinctGaps([...access.gapsOn(stream.arn), ...open, ...encryptionGap(stream)]) : [],
    reads: readsOf(iam, stream.encryption, stream.resourcePolicy),
    passes: isEncrypted
      ? "Whoever a statement names this stream for may use its key as well."
      : "The stream is not encrypted, so that nobody needs a key (KDS-REST-01).",
    heaviest: "low",
  });
}

function encryptionGap({ encryption }: Stream) {
  return encryption.known ? [] : [encryption.gap];
}

function namingGrants({ via, streamArn }: HeldDuty, statements: ReadonlyMap<string, DutyGrant>): DutyGrant[] {
  return via.flatMap(({ policy, index }) => {
    const grant = statements.get(`${policy} ${index}`);
    const isNaming = grant && (isResourcePolicy(policy) || names(grant.statement, streamArn));
    return isNaming ? [grant] : [];
  });
}

/** A pattern with an open name reaches more than one stream, and names none. */
function names(statement: GrantStatement | undefined, streamArn: string): boolean {
  return (statement?.resources ?? []).some((pattern) => {
    const [ofStream = ""] = pattern.split("/consumer/");
    return !hasWildcardInName(pattern) && matchesArn(ofStream, streamArn);
  });
}

function toCause(
  { name }: Stream,
  all: readonly { readonly cell: HeldDuty; readonly grant: DutyGrant }[],
): Cause {
  const { policyId, index } = all[0]?.grant ?? { policyId: "" };
  const parties = new Map(all.map(({ cell }) => [cell.party.arn, cell.party]));
  const lacks = new Set(
    all.map(({ cell }) => (cell.duty === "consume" ? "kms:Decrypt" : "kms:GenerateDataKey")),
  );
  const does = new Set(all.map(({ cell }) => (cell.duty === "consume" ? "read" : "write to")));
  const named = enumerate([...parties.values()].map(partyName).toSorted());
  return {
    kind: "statement",
    id: `${policyId} ${index}`,
    label: `${capitalised(policyName(policyId))} lets ${named} ${[...does].join(" and ")} ${name}, whose key denies ${[...lacks].join(" and ")}.`,
    severity: "low",
    document: { policyId, statements: index === undefined ? [] : [index] },
    principals: [...parties.values()].map(principalOf).toSorted(),
  };
}
