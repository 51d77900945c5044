import { defineAccountCheck } from "@/lib/model/check";
import type { CheckPlace, DerivedParts } from "@/lib/model/check";
import { groupBy } from "@/lib/model/group-by";
import { readsOf } from "@/lib/model/observed";
import type { Gap } from "@/lib/model/observed";
import type { AccountParts } from "@/lib/model/snapshot";
import type { HeldDuty, Party } from "@/lib/model/stream-access";
import type { Cause, Judgement } from "@/lib/model/verdict";
import { daysBetween } from "@/lib/checks/days-between";
import { distinctGaps } from "@/lib/checks/distinct-gaps";
import { counted, partyName } from "@/lib/checks/enumerate";
import { isProven } from "@/lib/checks/held-by-party";
import { conclude, notApplicable, unknown } from "@/lib/checks/judgement";
import { capitalised } from "@/lib/checks/policy-document";
import { accountSubject } from "@/lib/checks/subject";
import { gapsOfCells } from "@/lib/checks/unread-documents";

export const holdersUseKinesis = defineAccountCheck({
  id: "KDS-LP-08",
  set: "extended",
  scope: "account",
  severity: "low",
  title: "Principals that hold a duty use Kinesis at all",
  rationale:
    "A right that nobody uses is missed by nobody, and serves whoever takes the identity over. AWS tells when a principal last called Kinesis, but not whether it read or wrote records.",
  looksAt:
    "The users and roles that hold a duty on a stream, and when AWS last saw each of them call Kinesis, in whatever Region.",
  remediation:
    "Ask the owner of the principal, and take the grant away, or the principal as a whole. A rare job may be older than the limit: set the limit to what fits.",
  frameworks: {},
  sources: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed.html",
    "https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetServiceLastAccessedDetails.html",
  ],
  settings: ["unusedDaysMax"],
  reads: ["access", "iam", "serviceUses"],
  *evaluate(input) {
    yield judge(input);
  },
});

type Input = CheckPlace<"unusedDaysMax"> &
  Pick<DerivedParts, "access"> &
  Pick<AccountParts, "iam" | "serviceUses">;

function judge(input: Input): Judgement {
  const { access, iam, serviceUses, settings, at } = input;
  const subject = accountSubject(input);
  if (!iam.known) return unknown(subject, iam.gap);
  const streams = access.regions.flatMap((region) => (region.streams.known ? region.streams.value : []));
  const unlisted = access.regions.flatMap((region) => (region.streams.known ? [] : [region.streams.gap]));
  const holders = holdersOf(
    streams.map(({ arn }) => arn),
    access,
  );
  const made = new Map(
    [...iam.value.users, ...iam.value.roles].map(({ arn, createdAt }) => [arn, createdAt]),
  );
  const grown = holders.filter(({ party }) => {
    const createdAt = made.get(party.arn);
    return createdAt === undefined || daysBetween(createdAt, at) > settings.unusedDaysMax;
  });
  const open = [...unlisted, ...streams.flatMap(({ arn }) => access.gapsOn(arn))];
  if (grown.length === 0 && holders.length > 0 && open.length === 0)
    return notApplicable(
      subject,
      `${counted(holders.length, "principal")} with a duty, none older than ${settings.unusedDaysMax} days.`,
      readsOf(iam),
    );
  if (!serviceUses.known && grown.length > 0) return unknown(subject, serviceUses.gap, readsOf(iam));
  const judged = grown.map((holder) => judgeHolder(holder, input));
  return conclude({
    subject,
    causes: judged.flatMap(({ cause }) => cause ?? []),
    gaps: distinctGaps([...open, ...judged.flatMap(({ gaps = [] }) => gaps)]),
    reads: readsOf(iam, serviceUses),
    passes:
      grown.length === 0
        ? "None: nobody of this account holds a duty on a stream."
        : `${counted(grown.length, "principal")} with a duty called Kinesis within ${settings.unusedDaysMax} days.`,
    heaviest: "low",
  });
}

/** A user or role that holds a duty on some stream, or may. */
interface Holder {
  readonly party: Party;
  readonly held: readonly HeldDuty[];
}

function holdersOf(streamArns: readonly string[], access: Input["access"]): Holder[] {
  const cells = streamArns
    .flatMap((arn) => access.holdersOf(arn))
    .filter(({ party, duty }) => duty !== "manage-key" && isOurs(party));
  const byParty = groupBy(cells, ({ party }) => party.arn);
  const holders = [...byParty.values()].flatMap((held) =>
    held.slice(0, 1).map(({ party }) => ({ party, held })),
  );
  return holders.toSorted((one, other) => (one.party.arn < other.party.arn ? -1 : 1));
}

function isOurs({ kind, isForeign, isServiceLinked }: Party): boolean {
  return (kind === "user" || kind === "role") && !isForeign && !isServiceLinked;
}

function judgeHolder(
  { party, held }: Holder,
  input: Input,
): { readonly cause?: Cause; readonly gaps?: readonly Gap[] } {
  const { serviceUses, settings, at, iam } = input;
  const use = serviceUses.known
    ? serviceUses.value.find(({ principalArn }) => principalArn === party.arn)?.lastUsedAt
    : serviceUses;
  if (!use) return { gaps: [notAsked(party)] };
  if (!use.known) return { gaps: [use.gap] };
  const days = use.value === null ? undefined : daysBetween(use.value, at);
  if (days !== undefined && days <= settings.unusedDaysMax) return {};
  if (!held.some(isProven)) return { gaps: gapsOfCells(held, iam) };
  const fault =
    days === undefined
      ? "never called Kinesis in the 400 days that AWS keeps"
      : `called Kinesis ${days} days ago the last time (at most ${settings.unusedDaysMax})`;
  return { cause: toCause(party, fault) };
}

function notAsked({ arn, name }: Party): Gap {
  const message = `When ${name} last called Kinesis was not asked.`;
  return { action: "iam:GetServiceLastAccessedDetails", reason: "not-collected", message, resource: arn };
}

function toCause(party: Party, fault: string): Cause {
  return {
    kind: "principal",
    id: party.arn,
    label: `${capitalised(partyName(party))} ${fault}.`,
    severity: "low",
    principals: [party.arn],
  };
}
