import { defineRegionCheck } from "@/lib/model/check";
import type { DerivedParts, RegionPlace } from "@/lib/model/check";
import type { AccessKey } from "@/lib/model/access-keys";
import { gapsOf, readsOf } from "@/lib/model/observed";
import type { Gap } from "@/lib/model/observed";
import type { AccountParts } from "@/lib/model/snapshot";
import type { Stream } from "@/lib/model/stream";
import type { Party } from "@/lib/model/stream-access";
import type { Cause, Judgement } from "@/lib/model/verdict";
import { daysBetween } from "@/lib/checks/days-between";
import { distinctGaps } from "@/lib/checks/distinct-gaps";
import { eachStream } from "@/lib/checks/each-stream";
import { framework } from "@/lib/checks/frameworks";
import { heldByParty, isProven } from "@/lib/checks/held-by-party";
import { conclude } from "@/lib/checks/judgement";
import { streamSubject } from "@/lib/checks/subject";
import { gapsOfCells } from "@/lib/checks/unread-documents";
import { hasActiveKey, keysOfUser } from "@/lib/checks/user-access-keys";

export const accessKeysYoungAndInUse = defineRegionCheck({
  id: "KDS-CRED-02",
  set: "extended",
  scope: "stream",
  severity: "medium",
  title: "Access keys that reach the stream are young and in use",
  rationale:
    "The longer a key lives, the more copies of it there are that nobody remembers. One that nobody uses is missed by nobody when it is stolen.",
  looksAt:
    "The active access keys of IAM users that hold a duty on the stream: when each was made, and when it was last used for any service.",
  remediation:
    "Deactivate a key that is not used, wait, and delete it. Rotate one that is old: make the second key, move the workload over, deactivate the first. Better, give the workload a role.",
  frameworks: {
    [framework.securityHub]: ["IAM.3", "IAM.22"],
    [framework.nist]: ["AC-2(3)"],
    [framework.cisControls]: ["5.3"],
    [framework.wellArchitected]: ["SEC02-BP05"],
  },
  sources: [
    "https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccessKeyLastUsed.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html",
  ],
  settings: ["accessKeyAgeDaysMax", "accessKeyIdleDaysMax"],
  reads: ["streams", "access", "iam", "accessKeys"],
  evaluate: (input) => eachStream(input, (stream) => judge(stream, input)),
});

type Input = RegionPlace<"accessKeyAgeDaysMax" | "accessKeyIdleDaysMax"> &
  Pick<DerivedParts, "access"> &
  Pick<AccountParts, "iam" | "accessKeys">;

interface JudgedKey {
  readonly cause?: Cause;
  readonly gap?: Gap;
}

function judge(stream: Stream, input: Input): Judgement {
  const { access, iam, accessKeys } = input;
  const holders = heldByParty(access, stream.arn).filter(
    ({ party }) => party.kind === "user" && !party.isForeign,
  );
  const users = holders.filter(({ held }) => held.some(isProven)).map(({ party }) => party);
  const open = holders
    .filter(({ party, held }) => !held.some(isProven) && mayHaveKey(party, input))
    .flatMap(({ held }) => held);
  const keys = users.map((user) => ({ user, keys: keysOfUser(user, input) }));
  const judged = keys.flatMap(({ user, keys: ofUser }) =>
    ofUser.known ? ofUser.value.filter(({ active }) => active).map((key) => judgeKey(user, key, input)) : [],
  );
  const gaps = judged.flatMap(({ gap }) => gap ?? []);
  return conclude({
    subject: streamSubject(stream),
    causes: judged.flatMap(({ cause }) => cause ?? []),
    gaps: distinctGaps([
      ...access.gapsOn(stream.arn),
      ...gapsOf(...keys.map((each) => each.keys)),
      ...gapsOfCells(open, iam),
      ...gaps,
    ]),
    reads: readsOf(iam, accessKeys, stream.resourcePolicy, stream.consumers),
    passes:
      judged.length === 0
        ? "None: no IAM user with an active access key holds a duty on the stream."
        : `${judged.length === 1 ? "The 1 active access key" : `All ${judged.length} active access keys`} of users that hold a duty on the stream ${judged.length === 1 ? "is" : "are"} young and in use.`,
    heaviest: "medium",
  });
}

function mayHaveKey(user: Party, input: Input): boolean {
  const isActive = hasActiveKey(keysOfUser(user, input));
  return !isActive.known || isActive.value;
}

function judgeKey(user: Party, key: AccessKey, { at, settings }: Input): JudgedKey {
  const age = daysBetween(key.createdAt, at);
  const faults = [
    ...(age > settings.accessKeyAgeDaysMax
      ? [`is ${age} days old (at most ${settings.accessKeyAgeDaysMax})`]
      : []),
    ...idleFault(key, at, settings.accessKeyIdleDaysMax),
  ];
  if (faults.length > 0) return { cause: toCause(user, key, faults.join(" and ")) };
  return key.lastUsed.known ? {} : { gap: key.lastUsed.gap };
}

/** A key that was never used counts from the day when it was made. */
function idleFault({ lastUsed, createdAt }: AccessKey, at: string, daysMax: number): string[] {
  if (!lastUsed.known) return [];
  if (lastUsed.value === null) return daysBetween(createdAt, at) > daysMax ? ["was never used"] : [];
  const idle = daysBetween(lastUsed.value.at, at);
  return idle > daysMax ? [`was not used for ${idle} days (at most ${daysMax})`] : [];
}

function toCause({ arn, name }: Party, { id }: AccessKey, fault: string): Cause {
  return {
    kind: "principal",
    id: `${arn}#access-key/${id}`,
    label: `Access key ${id} of IAM user ${name} ${fault}.`,
    severity: "medium",
    principals: [arn],
  };
}
