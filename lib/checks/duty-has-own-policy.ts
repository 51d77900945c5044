import { defineRegionCheck } from "@/lib/model/check";
import { gapsOf, readsOf } from "@/lib/model/observed";
import type { Gap } from "@/lib/model/observed";
import type { Duty } from "@/lib/model/duty";
import type { Stream } from "@/lib/model/stream";
import type { Party } from "@/lib/model/stream-access";
import type { Cause, Judgement } from "@/lib/model/verdict";
import { leftAside, unreadOrganizationPolicies } from "@/lib/checks/access-notes";
import { distinctGaps } from "@/lib/checks/distinct-gaps";
import type { AccessInput } from "@/lib/checks/duties-kept-apart";
import { courseRoleOf, doings } from "@/lib/checks/duty-words";
import { eachStream } from "@/lib/checks/each-stream";
import { enumerate, inWords, partyName, principalOf } from "@/lib/checks/enumerate";
import { heldByParty, isProven } from "@/lib/checks/held-by-party";
import type { PartyDuties } from "@/lib/checks/held-by-party";
import { conclude, notApplicable } from "@/lib/checks/judgement";
import { ownPolicies } from "@/lib/checks/own-policies";
import type { OwnPolicies } from "@/lib/checks/own-policies";
import { separationOfDuties } from "@/lib/checks/sod-frameworks";
import { streamSubject } from "@/lib/checks/subject";
import { gapsOfCells, gapsOfUnread } from "@/lib/checks/unread-documents";

export const dutyHasOwnPolicy = defineRegionCheck({
  id: "KDS-SOD-05",
  set: "course",
  scope: "stream",
  severity: "low",
  title: "Each duty has a policy of its own",
  rationale:
    "Where a duty comes only with others, whoever needs it gets the others too. A policy for the duty alone is what the next principal can be given instead.",
  looksAt:
    "For each duty that somebody but an administrator of the account or of every stream holds on the stream, whether an attached policy gives that duty alone, looking at the stream aside.",
  remediation:
    "Write one policy for each duty on the stream, and attach it in place of those that give more; the four policies of a stream can be generated here.",
  coursePoint:
    "Four separate policies, one for each role: administrators, resharding, producers and consumers.",
  frameworks: separationOfDuties,
  sources: [
    "https://docs.aws.amazon.com/streams/latest/dev/controlling-access.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
  ],
  reads: ["streams", "access", "iam", "organization", "organizationPolicies"],
  evaluate: (input) => {
    const own = ownPolicies(input.access);
    return eachStream(input, (stream) => judge(stream, own, input));
  },
});

/** Resharding is judged where there are shards to split. */
const judgedDuties = ["administer", "reshard", "produce", "consume"] as const;

/** What is known of one duty on a stream. */
interface JudgedDuty {
  readonly duty: Duty;
  readonly holders: readonly Party[];
  readonly gaps: readonly Gap[];
  readonly hasOwnPolicy: boolean;
}

function judge(stream: Stream, own: OwnPolicies, input: AccessInput): Judgement {
  const { access } = input;
  const { name, mode } = stream;
  const subject = streamSubject(stream);
  const reads = readsOf(input.iam, mode, stream.resourcePolicy, stream.consumers);
  const all = heldByParty(access, stream.arn);
  const ordinary = all.filter(({ party }) => access.standingOf(party, stream.region) === "ordinary");
  const aside = all.filter((each) => !ordinary.includes(each)).map(({ party }) => party);
  const onDemand = mode.known && mode.value === "on-demand";
  const judged = judgedDuties
    .filter((duty) => duty !== "reshard" || !onDemand)
    .map((duty) => judgeDuty(duty, stream, { ordinary, own, input }));
  const held = judged.filter(({ holders }) => holders.length > 0);
  const lacking = judged.filter(({ hasOwnPolicy }) => !hasOwnPolicy);
  const gaps = distinctGaps(lacking.flatMap((each) => each.gaps));
  const note = leftAside(aside, access, input.region);
  if (held.length === 0 && gaps.length === 0)
    return notApplicable(subject, `None: no principal holds a duty on ${name}. ${note}`.trim(), reads);

  const causes = lacking
    .filter((each) => each.holders.length > 0 && each.gaps.length === 0)
    .map((each) => toCause(stream, each));
  return conclude({
    subject,
    causes,
    gaps,
    reads,
    passes: `There is a policy for ${inWords(doingsOf(held))} alone on ${name}.`,
    note: causes.length > 0 ? `${note} ${unreadOrganizationPolicies(input)}`.trim() : note,
    heaviest: "low",
  });
}

interface World {
  readonly ordinary: readonly PartyDuties[];
  readonly own: OwnPolicies;
  readonly input: AccessInput;
}

/** That no policy gives a duty alone is proven only where every policy that may was read. */
function judgeDuty(duty: Duty, stream: Stream, { ordinary, own, input }: World): JudgedDuty {
  const { access, iam } = input;
  const cells = ordinary.flatMap(({ held }) => held.filter((cell) => cell.duty === duty));
  const holders = cells.filter(isProven).map(({ party }) => party);
  const unread = own.unreadOn(stream.arn, duty).flatMap((party) => gapsOfUnread(party, iam));
  const ofMode = duty === "reshard" && cells.length > 0 ? gapsOf(stream.mode) : [];
  return {
    duty,
    holders,
    gaps: [...access.gapsOn(stream.arn), ...gapsOfCells(cells, iam), ...unread, ...ofMode],
    hasOwnPolicy: own.has(stream.arn, duty, ordinary),
  };
}

function toCause({ arn, name }: Stream, { duty, holders }: JudgedDuty): Cause {
  const doing = inWords(doings([courseRoleOf(duty) ?? []].flat()));
  const who = enumerate(holders.map(partyName).toSorted());
  return {
    kind: "stream",
    id: `${arn}#${duty}`,
    label: `No attached policy is for ${doing} alone on ${name}; ${who} may do more by the same policy.`,
    severity: "low",
    principals: holders.map(principalOf).toSorted(),
  };
}

function doingsOf(held: readonly JudgedDuty[]): string[] {
  return doings(held.flatMap(({ duty }) => courseRoleOf(duty) ?? []));
}
