import { defineRegionCheck } from "@/lib/model/check";
import type { DerivedParts, RegionPlace } from "@/lib/model/check";
import { gapsOf, readsOf } from "@/lib/model/observed";
import type { AccountParts } from "@/lib/model/snapshot";
import type { Stream } from "@/lib/model/stream";
import type { Cause, Judgement } from "@/lib/model/verdict";
import { distinctGaps } from "@/lib/checks/distinct-gaps";
import { inWords } from "@/lib/checks/enumerate";
import { eachStream } from "@/lib/checks/each-stream";
import { framework } from "@/lib/checks/frameworks";
import { heldByParty, isProven } from "@/lib/checks/held-by-party";
import type { PartyDuties } from "@/lib/checks/held-by-party";
import { conclude } from "@/lib/checks/judgement";
import { dutyVerbs } from "@/lib/checks/duty-verbs";
import { streamSubject } from "@/lib/checks/subject";
import { gapsOfCells } from "@/lib/checks/unread-documents";
import { hasActiveKey, keysOfUser } from "@/lib/checks/user-access-keys";

export const usedWithTemporaryCredentials = defineRegionCheck({
  id: "KDS-CRED-01",
  set: "course",
  scope: "stream",
  severity: "high",
  title: "The stream is used with temporary credentials",
  rationale:
    "An access key of an IAM user works from anywhere until somebody takes it away, and is what leaks with code, images and laptops. A role hands out credentials that end by themselves, and says in the log who took it.",
  looksAt:
    "The IAM users that are effectively allowed to administer, share, reshard, write or read the stream, or to manage its key, and whether they have an active access key.",
  remediation:
    "Give the workload a role of its service (instance profile, task role, execution role, OIDC for pipelines) with the same narrow policy, move it over, deactivate the user's key, and delete the user when nothing asks for it any more.",
  coursePoint: "Use temporary credentials: IAM roles that are assumed when needed and let go.",
  frameworks: { [framework.wellArchitected]: ["SEC02-BP02"] },
  sources: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
    "https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAccessKeys.html",
  ],
  reads: ["streams", "access", "iam", "accessKeys"],
  evaluate: (input) => eachStream(input, (stream) => judge(stream, input)),
});

type Input = RegionPlace & Pick<DerivedParts, "access"> & Pick<AccountParts, "iam" | "accessKeys">;

function judge(stream: Stream, input: Input): Judgement {
  const { access, iam, accessKeys } = input;
  const users = heldByParty(access, stream.arn).filter(
    ({ party }) => party.kind === "user" && !party.isForeign,
  );
  const proven = users.filter(({ held }) => held.some(isProven));
  const open = users.filter(({ held }) => !held.some(isProven)).flatMap(({ held }) => held);
  const keys = proven.map(({ party }) => hasActiveKey(keysOfUser(party, input)));
  const unread = gapsOf(...keys);
  const isActive = keys.some((each) => each.known && each.value);
  return conclude({
    subject: streamSubject(stream),
    causes: proven.map((user) => toCause(user, input)),
    gaps: distinctGaps([...access.gapsOn(stream.arn), ...gapsOfCells(open, iam), ...unread]),
    reads: readsOf(iam, accessKeys, stream.resourcePolicy, stream.consumers),
    passes: "None: no IAM user holds a duty on the stream.",
    note: proven.map(canDo).join(" "),
    heaviest: "high",
    lightest: isActive || unread.length === 0 ? (isActive ? "high" : "medium") : "medium",
  });
}

/** Without an active key nothing can be signed as the user, until one is made. */
function toCause({ party }: PartyDuties, input: Input): Cause {
  const keys = hasActiveKey(keysOfUser(party, input));
  const has = keys.known
    ? keys.value
      ? "an active access key"
      : "no active access key"
    : "access keys that were not read";
  return {
    kind: "principal",
    id: party.arn,
    label: `IAM user ${party.name}, which has ${has}, holds a duty.`,
    severity: keys.known && !keys.value ? "medium" : "high",
    principals: [party.arn],
  };
}

/** What each of them can do here; the causes say the same of all streams. */
function canDo({ party, held }: PartyDuties): string {
  return `User ${party.name} can ${inWords(dutyVerbs(held.filter(isProven).map(({ duty }) => duty)))}.`;
}
