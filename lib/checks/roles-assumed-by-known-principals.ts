import { defineRegionCheck } from "@/lib/model/check";
import type { DerivedParts, RegionPlace } from "@/lib/model/check";
import type { IamRole } from "@/lib/model/iam-inventory";
import { gapsOf, readsOf } from "@/lib/model/observed";
import type { Gap } from "@/lib/model/observed";
import type { Stream } from "@/lib/model/stream";
import type { StreamAccess } from "@/lib/model/stream-access";
import type { Judgement } from "@/lib/model/verdict";
import type { AccountParts, RegionParts } from "@/lib/model/snapshot";
import { distinctGaps } from "@/lib/checks/distinct-gaps";
import { eachStream } from "@/lib/checks/each-stream";
import { counted } from "@/lib/checks/enumerate";
import { framework } from "@/lib/checks/frameworks";
import { conclude } from "@/lib/checks/judgement";
import { streamSubject } from "@/lib/checks/subject";
import { judgeTrust } from "@/lib/checks/trust/judge-trust";
import type { JudgedTrust } from "@/lib/checks/trust/judge-trust";

export const rolesAssumedByKnownPrincipals = defineRegionCheck({
  id: "KDS-CRED-03",
  set: "extended",
  scope: "stream",
  severity: "critical",
  title: "Roles that reach the stream can be assumed only by known principals",
  rationale:
    "A role is as safe as its trust policy: whoever that lets in holds all that the role holds. A trust in everybody, in an account that nobody knows or in any repository of a provider gives the stream to strangers.",
  looksAt:
    "The trust policies of all roles that hold a duty on the stream, and of those that its channels deliver as: whom they name, and which conditions narrow it.",
  remediation:
    "Name the one principal that needs the role. Ask third parties for an external id, OIDC providers for the exact subject, SAML providers for SAML:aud, IAM Roles Anywhere for its trust anchor or a field of the certificate, and Kinesis for aws:SourceAccount. Declare accounts that are yours, and third parties that are meant, in the settings.",
  frameworks: {
    [framework.nist]: ["AC-3"],
    [framework.wellArchitected]: ["SEC03-BP07"],
  },
  sources: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html",
    "https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html",
  ],
  settings: ["knownAccountIds", "thirdPartyAccountIds"],
  reads: ["streams", "channels", "access", "iam", "organization", "organizationAccountIds"],
  evaluate(input) {
    const { iam } = input;
    const roles = new Map((iam.known ? iam.value.roles : []).map((role) => [role.arn, role]));
    const judged = new Map<string, JudgedTrust>();
    const trustOf = (role: IamRole) => {
      const found = judged.get(role.arn) ?? judgeTrust(role, input);
      judged.set(role.arn, found);
      return found;
    };
    return eachStream(input, (stream) => {
      const delivering = rolesDelivering(stream, input);
      const arns = new Set([...rolesHolding(stream, input.access), ...delivering.arns]);
      const holders = [...arns].flatMap((arn) => roles.get(arn) ?? []);
      return judge(stream, input, { trusts: holders.map(trustOf), gaps: delivering.gaps });
    });
  },
});

type Input = RegionPlace<"knownAccountIds" | "thirdPartyAccountIds"> &
  Pick<DerivedParts, "access"> &
  Pick<AccountParts, "iam" | "organization" | "organizationAccountIds"> &
  Pick<RegionParts, "channels">;

interface Found {
  readonly trusts: readonly JudgedTrust[];
  /** What may hide roles. */
  readonly gaps: readonly Gap[];
}

function judge(stream: Stream, input: Input, { trusts, gaps }: Found): Judgement {
  const { access, iam, organization, organizationAccountIds } = input;
  return conclude({
    subject: streamSubject(stream),
    causes: trusts.flatMap(({ causes }) => causes),
    gaps: distinctGaps([...access.gapsOn(stream.arn), ...gaps, ...trusts.flatMap((trust) => trust.gaps)]),
    reads: readsOf(iam, organization, organizationAccountIds, stream.resourcePolicy),
    passes:
      trusts.length === 0
        ? "None: no role reaches the stream."
        : `${counted(trusts.length, "role")} that ${trusts.length === 1 ? "reaches" : "reach"} the stream can be assumed only by known principals.`,
    heaviest: "critical",
  });
}

/** Administrators included: nobody is exempt. A role whose documents were not read may hold one, and is looked at. */
function rolesHolding({ arn }: Stream, access: StreamAccess): string[] {
  const held = access
    .holdersOf(arn)
    .filter(({ party, isBlockedByKey }) => party.kind === "role" && !party.isForeign && !isBlockedByKey)
    .filter(({ party }) => !party.isServiceLinked);
  return [...new Set(held.map(({ party }) => party.arn))];
}

/** A channel reads the stream as the service, and delivers under a role that holds no duty itself. */
function rolesDelivering(
  { arn, channelCount }: Stream,
  { channels }: Input,
): { readonly arns: readonly string[]; readonly gaps: readonly Gap[] } {
  if (!channels.known) {
    const hasNone = channelCount.known && channelCount.value === 0;
    return { arns: [], gaps: hasNone ? [] : [channels.gap] };
  }
  const roles = channels.value
    .filter(({ streamArns }) => streamArns.includes(arn))
    .map(({ roleArn }) => roleArn);
  return { arns: roles.flatMap((role) => (role.known ? [role.value] : [])), gaps: gapsOf(...roles) };
}
