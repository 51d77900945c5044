import { keyOfStream } from "@/lib/kinesis/key-of-stream";
import { defineRegionCheck } from "@/lib/model/check";
import type { DerivedParts, RegionPlace } from "@/lib/model/check";
import { gapsOf, readsOf } from "@/lib/model/observed";
import type { Gap } from "@/lib/model/observed";
import type { RecordEscalation } from "@/lib/model/role-reach";
import type { AccountParts, RegionParts } from "@/lib/model/snapshot";
import type { Stream } from "@/lib/model/stream";
import type { Judgement } from "@/lib/model/verdict";
import { distinctGaps } from "@/lib/checks/distinct-gaps";
import { eachStream } from "@/lib/checks/each-stream";
import { leftAside, unreadOrganizationPolicies } from "@/lib/checks/access-notes";
import { counted, dependingOn, partyName } from "@/lib/checks/enumerate";
import { causesOfSteps, namesBySteps } from "@/lib/checks/escalation-causes";
import type { StepNames } from "@/lib/checks/escalation-causes";
import { framework } from "@/lib/checks/frameworks";
import { conclude } from "@/lib/checks/judgement";
import { accountSubject, streamSubject } from "@/lib/checks/subject";
import { gapsOfUnread } from "@/lib/checks/unread-documents";

export const noSelfGrantedAccess = defineRegionCheck({
  id: "KDS-LP-07",
  set: "extended",
  scope: "stream",
  severity: "high",
  title: "No principal can give itself access to the records",
  rationale:
    "Whoever may write policies, change a trust, make credentials, pass a role or change what runs as one can take in one step what nobody gave to it. The list of readers is then as long as the list of those who may lengthen it.",
  looksAt:
    "Every user and role without access to the records: whether it may write its own policies, become somebody who has access, pass such a role to a service that trusts it, put code into a function, an instance or a task that runs as one, or open the stream or its key to itself; boundaries and organization policies applied at every step.",
  remediation:
    "Take the action away, or name the identities that it is about and keep those with access to records out of them; give PassRole the one role and iam:PassedToService; let a trust policy name its callers instead of the whole account; and set a permissions boundary on those who manage identities.",
  frameworks: {
    [framework.nist]: ["AC-6"],
  },
  sources: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html",
    "https://docs.aws.amazon.com/streams/latest/dev/data-delivery-iam.html",
  ],
  reads: [
    "streams",
    "access",
    "reach",
    "iam",
    "organization",
    "organizationPolicies",
    "aliases",
    "keys",
    "functions",
    "instances",
    "ecsServices",
  ],
  *evaluate(input) {
    // Once an account, whatever number of Regions it has, and only if there is somebody to report.
    const ofAccount = input.region === input.access.regions[0]?.region ? judgeAccount(input) : undefined;
    if (ofAccount && ofAccount.status !== "pass") yield ofAccount;
    const names = namesBySteps(input);
    yield* eachStream(input, (stream) => judge(stream, input, names));
  },
});

type Input = RegionPlace &
  Pick<DerivedParts, "access" | "reach"> &
  Pick<AccountParts, "iam" | "organization" | "organizationPolicies"> &
  Pick<RegionParts, "aliases" | "keys">;

/** Steps that are not followed, and are said not to be. */
const unseen =
  "Code that somebody may put into pods, stacks, single tasks, or compute of Regions that were not scanned, is not judged.";

function judge(stream: Stream, input: Input, names: StepNames): Judgement {
  const { access, reach, iam, region } = input;
  const found = reach.escalationsOn(stream.arn);
  const apart = found.filter(({ party }) => access.standingOf(party, region) !== "ordinary");
  const ordinary = found.filter(({ party }) => access.standingOf(party, region) === "ordinary");
  const proven = ordinary.filter(({ certainty }) => certainty !== "unknown");
  const open = ordinary.filter(({ certainty }) => certainty === "unknown");
  return conclude({
    subject: streamSubject(stream),
    causes: causesOfSteps(proven, names),
    gaps: distinctGaps([
      ...access.gapsOn(stream.arn),
      ...open.flatMap((step) => gapsBehind(step, stream, input)),
      ...roleGaps(stream, input),
    ]),
    reads: readsOf(iam, stream.resourcePolicy, stream.consumers),
    passes: "None: nobody without access to the records can take it in one step.",
    note: sentences([
      unseen,
      leftAside(new Set(apart.map(({ party }) => party)), access, region),
      proven.length > 0 ? unreadOrganizationPolicies(input) : "",
    ]),
    heaviest: "high",
  });
}

/** The documents of whoever takes the step, or else that of the key, which it hangs on. */
function gapsBehind({ party }: RecordEscalation, stream: Stream, input: Input): Gap[] {
  const ofParty = gapsOfUnread(party, input.iam);
  if (ofParty.length > 0) return ofParty;
  const key = keyOfStream(stream, input);
  if (key.kind === "unreadable") return [key.gap];
  return key.kind === "listed" ? gapsOf(key.key.policy, key.key.grants) : [];
}

/** Who may become a holder, nobody knows where its trust policy, or what runs as it, cannot be read. */
function roleGaps({ arn }: Stream, { access, reach }: Input): Gap[] {
  return access.holdersOf(arn).flatMap(({ party, duty }) => {
    const isAboutRecords = duty === "produce" || duty === "consume";
    if (!isAboutRecords || party.kind !== "role" || party.isForeign) return [];
    return [reach.gapOf(party.arn) ?? [], reach.computeGapsOf(party.arn)].flat();
  });
}

/** Whoever can make itself an account administrator reaches every stream, and is said once. */
function judgeAccount(input: Input): Judgement {
  const { access, reach, iam } = input;
  const shadows = reach.shadowAdministrators();
  const themselves = shadows.length === 1 ? "itself an administrator" : "themselves administrators";
  const ways = shadows.map(
    ({ party, actions, conditions }) =>
      `${partyName(party)} by ${actions.join(" and ")}${dependingOn(conditions)}`,
  );
  const unread = access.parties.filter(({ arn, unreadPolicyIds, isForeign }) => {
    if (isForeign || unreadPolicyIds.length === 0) return false;
    return reach.escalations(arn).some(({ certainty }) => certainty === "unknown");
  });
  return conclude({
    subject: accountSubject(input),
    causes:
      shadows.length === 0
        ? []
        : [
            {
              kind: "principal",
              id: "account-administration",
              label: `${counted(shadows.length, "principal")} can make ${themselves} of the account in one step, and so reach every stream: ${shorten(ways)}.`,
              severity: "high",
              principals: shadows.map(({ party }) => party.arn),
            },
          ],
    gaps: distinctGaps([...gapsOf(iam), ...unread.flatMap((party) => gapsOfUnread(party, iam))]),
    reads: readsOf(iam),
    passes: "None: nobody can make itself an administrator of the account in one step.",
    note: sentences([unseen, shadows.length > 0 ? unreadOrganizationPolicies(input) : ""]),
    heaviest: "high",
  });
}

function sentences(texts: readonly string[]): string {
  return texts.filter((text) => text !== "").join(" ");
}

const namedAtMost = 3;

function shorten(ways: readonly string[]): string {
  const more = ways.length - namedAtMost;
  const named = ways.slice(0, namedAtMost).join("; ");
  return more > 0 ? `${named}; and ${more} more` : named;
}
