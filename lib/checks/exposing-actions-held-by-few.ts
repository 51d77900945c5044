import { defineRegionCheck } from "@/lib/model/check";
import type { DerivedParts, RegionPlace } from "@/lib/model/check";
import { gapsOf, readsOf } from "@/lib/model/observed";
import type { AccountParts } from "@/lib/model/snapshot";
import type { Stream } from "@/lib/model/stream";
import type { Party, StreamAccess } from "@/lib/model/stream-access";
import type { Judgement } from "@/lib/model/verdict";
import { isBoundByScps } from "@/lib/checks/bound-by-scps";
import { distinctGaps } from "@/lib/checks/distinct-gaps";
import { eachStream } from "@/lib/checks/each-stream";
import { counted, enumerate, partyName, principalOf } from "@/lib/checks/enumerate";
import { conclude } from "@/lib/checks/judgement";
import { streamSubject } from "@/lib/checks/subject";
import { gapsOfUnread } from "@/lib/checks/unread-documents";

const actions = [
  "kinesis:StopStreamEncryption",
  "kinesis:DeleteStream",
  "kinesis:DecreaseStreamRetentionPeriod",
];

export const exposingActionsHeldByFew = defineRegionCheck({
  id: "KDS-OPS-06",
  set: "extended",
  scope: "stream",
  severity: "medium",
  title: "Exposing and destroying actions are held by few",
  rationale:
    "Who may stop encryption, delete the stream, shorten its retention or share it can expose or destroy every record by one call. Each further principal with that right is one more that can be taken over, or can err.",
  looksAt:
    "The principals other than administrators of the account that are effectively allowed StopStreamEncryption, DeleteStream, DecreaseStreamRetentionPeriod, or to share the stream.",
  remediation:
    "Keep these actions to one or two roles that people assume for the purpose, and deny them to everybody else by an SCP.",
  frameworks: {},
  sources: [
    "https://docs.aws.amazon.com/service-authorization/latest/reference/list_kinesis.html",
    "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html",
  ],
  settings: ["exposureHoldersMax"],
  reads: ["streams", "access", "iam", "organization", "organizationPolicies"],
  evaluate: (input) => eachStream(input, (stream) => judge(stream, input)),
});

type Input = RegionPlace<"exposureHoldersMax"> &
  Pick<DerivedParts, "access"> &
  Pick<AccountParts, "iam" | "organization" | "organizationPolicies">;

function judge(stream: Stream, input: Input): Judgement {
  const { access, iam, settings, organizationPolicies } = input;
  const holders = holdersOf(stream, access);
  const open = holders.filter(({ unreadPolicyIds }) => unreadPolicyIds.length > 0);
  const proven = holders.filter(({ unreadPolicyIds }) => unreadPolicyIds.length === 0);
  const isTooMany = proven.length > settings.exposureHoldersMax;
  // An SCP is the usual control: unread, it may leave few of them.
  const scpGaps = isBoundByScps(input) ? gapsOf(organizationPolicies) : [];
  const isProven = isTooMany && scpGaps.length === 0;
  const isOpen = holders.length > settings.exposureHoldersMax && !isProven;
  const can = "can stop its encryption, delete it, shorten its retention or share it";
  const label = `${counted(proven.length, "principal")} ${can} (at most ${settings.exposureHoldersMax}): ${enumerate(proven.map(partyName))}.`;
  return conclude({
    subject: streamSubject(stream),
    causes: isProven
      ? [{ kind: "stream", id: stream.arn, label, severity: "medium", principals: proven.map(principalOf) }]
      : [],
    gaps: distinctGaps([
      ...(isOpen ? [...scpGaps, ...open.flatMap((party) => gapsOfUnread(party, iam))] : []),
      ...access.gapsOn(stream.arn),
    ]),
    reads: readsOf(iam, organizationPolicies, stream.resourcePolicy),
    passes: `${counted(proven.length, "principal")} ${can}, administrators of the account aside.`,
    heaviest: "medium",
  });
}

function holdersOf({ arn, region }: Stream, access: StreamAccess): Party[] {
  const actors = actions.flatMap((action) => access.actors(action, arn).map(({ party }) => party));
  const sharers = access.holdersOf(arn).filter(({ duty }) => duty === "share");
  const all = new Map([...actors, ...sharers.map(({ party }) => party)].map((party) => [party.arn, party]));
  return [...all.values()]
    .filter((party) => !party.isServiceLinked && access.standingOf(party, region) !== "account-administrator")
    .toSorted((one, other) => (one.arn < other.arn ? -1 : 1));
}
