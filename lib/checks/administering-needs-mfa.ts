import { defineRegionCheck } from "@/lib/model/check";
import type { DerivedParts, RegionPlace } from "@/lib/model/check";
import { readsOf } from "@/lib/model/observed";
import type { Gap } from "@/lib/model/observed";
import type { RolePath } from "@/lib/model/role-reach";
import type { AccountParts } from "@/lib/model/snapshot";
import type { Stream } from "@/lib/model/stream";
import type { DutyUnder, HeldDuty, Party } from "@/lib/model/stream-access";
import type { Cause, Judgement } from "@/lib/model/verdict";
import { distinctGaps } from "@/lib/checks/distinct-gaps";
import { eachStream } from "@/lib/checks/each-stream";
import { leftAside, unreadOrganizationPolicies } from "@/lib/checks/access-notes";
import { counted } from "@/lib/checks/enumerate";
import { framework } from "@/lib/checks/frameworks";
import { conclude, notApplicable } from "@/lib/checks/judgement";
import { streamSubject } from "@/lib/checks/subject";
import { gapsOfUnread } from "@/lib/checks/unread-documents";

export const administeringNeedsMfa = defineRegionCheck({
  id: "KDS-CRED-04",
  set: "extended",
  scope: "stream",
  severity: "low",
  title: "Administering the stream needs MFA",
  rationale:
    "A password or an access key that leaks is enough to delete a stream or to share it, unless a second factor is asked for. Where people come in by federation, the identity provider asks; for IAM users, only a condition does.",
  looksAt:
    "The IAM users that may administer or share the stream, by their own policies or as a role that they can become, and whether that is left to a request without MFA.",
  remediation:
    "Add the condition Bool aws:MultiFactorAuthPresent true to the grant or to the trust policy of the role, or deny these actions where it is false or absent (BoolIfExists). Better, let people come in by IAM Identity Center and delete the users.",
  frameworks: {
    [framework.nist]: ["IA-2(1)"],
    [framework.cisControls]: ["6.5"],
  },
  sources: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html",
  ],
  reads: ["streams", "access", "reach", "iam", "organization", "organizationPolicies"],
  evaluate(input) {
    const without = withoutMfa(input);
    return eachStream(input, (stream) => judge(stream, input, without));
  },
});

type Input = RegionPlace &
  Pick<DerivedParts, "access" | "reach"> &
  Pick<AccountParts, "iam" | "organization" | "organizationPolicies">;

/** A request with an access key alone has neither of them. */
const noSecondFactor = { "aws:MultiFactorAuthPresent": [], "aws:MultiFactorAuthAge": [] };
/** A session from the console, or a role's, that was opened without a second factor. */
const falseSecondFactor = { "aws:MultiFactorAuthPresent": ["false"], "aws:MultiFactorAuthAge": [] };

interface WithoutMfa {
  readonly holds: (party: Party, streamArn: string) => boolean;
  readonly becomes: (party: Party, roleArn: string) => boolean;
}

/** What is left to requests without MFA: worked out once, and only if there is a user to ask about. */
function withoutMfa({ access, reach }: Input): WithoutMfa {
  const contexts = [noSecondFactor, falseSecondFactor];
  let held: readonly DutyUnder[] | undefined;
  let paths: readonly ReturnType<typeof reach.pathsUnder>[] | undefined;
  return {
    holds: (party, streamArn) => {
      held ??= contexts.flatMap((context) => access.heldUnder(context).filter(isAdministering));
      return held.some((each) => each.party.arn === party.arn && each.possible.has(streamArn));
    },
    becomes: (party, roleArn) => {
      paths ??= contexts.map((context) => reach.pathsUnder(context));
      return paths.some((pathsTo) => pathsTo(roleArn).some((path) => path.party.arn === party.arn));
    },
  };
}

function isAdministering({ duty }: Pick<HeldDuty, "duty">): boolean {
  return duty === "administer" || duty === "share";
}

/** A user, and the role that it administers as, if not as itself. */
interface Way {
  readonly user: Party;
  readonly role?: Party;
}

function judge(stream: Stream, input: Input, without: WithoutMfa): Judgement {
  const { access, reach, iam, region } = input;
  const subject = streamSubject(stream);
  const cells = access.holdersOf(stream.arn).filter((cell) => isAdministering(cell) && isOwn(cell.party));
  const roles = [...new Set(cells.filter(({ party }) => party.kind === "role").map(({ party }) => party))];
  const all = waysOf(cells, roles, reach.pathsTo);
  const ordinary = all.filter(({ user }) => access.standingOf(user, region) === "ordinary");
  const apart = new Set(all.filter((way) => !ordinary.includes(way)).map(({ user }) => user));
  const open = ordinary.filter((way) => isWithout(way, stream.arn, without));
  const proven = open.filter((way) => unreadOf(way).length === 0);
  const gaps = distinctGaps([
    ...access.gapsOn(stream.arn),
    ...open.flatMap((way) => unreadOf(way).flatMap((party) => gapsOfUnread(party, iam))),
    ...roles.flatMap((role): Gap[] => {
      const gap = reach.gapOf(role.arn);
      return gap ? [gap] : [];
    }),
  ]);
  const note = [leftAside(apart, access, region), proven.length > 0 ? unreadOrganizationPolicies(input) : ""]
    .filter((text) => text !== "")
    .join(" ");
  const reads = readsOf(iam, stream.resourcePolicy);
  if (ordinary.length === 0 && gaps.length === 0)
    return notApplicable(
      subject,
      `No IAM user administers or shares the stream: for those who come in by federation or as a service, it is decided at the identity provider.${note && ` ${note}`}`,
      reads,
    );
  const users = new Set(ordinary.map(({ user }) => user)).size;
  return conclude({
    subject,
    causes: proven.map(toCause),
    gaps,
    reads,
    passes: `${counted(users, "IAM user")} can administer or share the stream, ${users === 1 ? "" : "all "}with MFA only.`,
    note,
    heaviest: "low",
  });
}

function isOwn({ isForeign, isServiceLinked }: Party): boolean {
  return !isForeign && !isServiceLinked;
}

function waysOf(
  cells: readonly HeldDuty[],
  roles: readonly Party[],
  pathsTo: (roleArn: string) => readonly RolePath[],
): Way[] {
  const direct = cells.filter(({ party }) => party.kind === "user").map(({ party }) => party);
  return [
    ...[...new Set(direct)].map((user) => ({ user })),
    ...roles.flatMap((role) =>
      pathsTo(role.arn)
        .filter(({ party }) => party.kind === "user")
        .map(({ party }) => ({ user: party, role })),
    ),
  ];
}

/** Of a role both have to be open: the way to it, and what it may do; a session of a role keeps what it was opened with. */
function isWithout({ user, role }: Way, streamArn: string, without: WithoutMfa): boolean {
  return role
    ? without.holds(role, streamArn) && without.becomes(user, role.arn)
    : without.holds(user, streamArn);
}

function unreadOf({ user, role }: Way): Party[] {
  return [user, ...(role ? [role] : [])].filter(({ unreadPolicyIds }) => unreadPolicyIds.length > 0);
}

function toCause({ user, role }: Way): Cause {
  const how = role
    ? `can become role ${role.name}, which administers or shares streams, without MFA`
    : "can administer or share streams without MFA";
  return {
    kind: "principal",
    id: role ? `${user.arn} as ${role.arn}` : user.arn,
    label: `IAM user ${user.name} ${how}.`,
    severity: "low",
    principals: [user.arn],
  };
}
