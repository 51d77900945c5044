import type { PolicySource } from "@/lib/iam/access-index/access-input";
import type { PolicedParty } from "@/lib/kinesis/access/own-parties";
import { permit } from "@/lib/kinesis/reach/permission";
import type { Asking, Permission } from "@/lib/kinesis/reach/permission";
import { isProtected } from "@/lib/kinesis/reach/technique";
import type { TechniqueWorld } from "@/lib/kinesis/reach/technique";
import type { Party } from "@/lib/model/stream-access";

export type Subject = PolicedParty;

interface FreeWay {
  readonly action: string;
  readonly permission: Permission;
}

interface LimitedWay extends FreeWay {
  /** Those that a condition on iam:PolicyARN lets it attach. */
  readonly policies: readonly PolicySource[];
}

interface Place {
  readonly putAction: string;
  readonly attachAction: string;
  readonly resourceArn: string;
}

/** How a party may write the policies of an identity: any policy at all, or attach some of those that there are. */
export function waysToWrite(
  techniques: TechniqueWorld,
  party: Party,
  subject: Subject,
): { readonly freely: readonly FreeWay[]; readonly limited: readonly LimitedWay[] } {
  const told: [string, string[]][] = [
    ["iam:PermissionsBoundary", subject.boundary ? [subject.boundary.policy] : []],
  ];
  const allowed = (asking: Asking): FreeWay[] => {
    const permission = permit(techniques.reach, party, asking);
    return permission ? [{ action: asking.action, permission }] : [];
  };
  const { places, policyArns } = writablePlaces(techniques, subject);
  const attaching = (place: Place, policyArn: string) =>
    allowed({
      action: place.attachAction,
      resourceArn: place.resourceArn,
      told: [...told, ["iam:PolicyARN", [policyArn]]],
    });
  const administrator = `arn:${techniques.world.parts.partition}:iam::aws:policy/AdministratorAccess`;
  const freely = [
    ...places.flatMap(({ putAction, resourceArn }) => allowed({ action: putAction, resourceArn, told })),
    ...places.flatMap((place) => attaching(place, administrator)),
    ...policyArns.flatMap((resourceArn) => allowed({ action: "iam:CreatePolicyVersion", resourceArn })),
    ...policyArns.flatMap((resourceArn) =>
      allowed({ action: "iam:SetDefaultPolicyVersion", resourceArn }).map(toEarlierVersion),
    ),
  ];
  const limited = places
    .filter(
      ({ attachAction, resourceArn }) => allowed({ action: attachAction, resourceArn, told }).length > 0,
    )
    .filter((place) => attaching(place, administrator).length === 0)
    .flatMap((place) => {
      const policies = attachable(techniques, (policyArn) => attaching(place, policyArn).length > 0);
      const [way] = policies.flatMap(({ policy }) => attaching(place, policy));
      return way ? [{ ...way, policies }] : [];
    });
  return { freely, limited };
}

function attachable(
  { inventory }: TechniqueWorld,
  isAllowed: (policyArn: string) => boolean,
): PolicySource[] {
  return inventory.managedPolicies
    .filter(({ arn }) => isAllowed(arn))
    .flatMap(({ arn, document }) => (document === undefined ? [] : [{ policy: arn, text: document }]));
}

/** The default version alone was read. */
function toEarlierVersion({ action, permission }: FreeWay): FreeWay {
  const hangsOn = "whether an earlier version of the policy allows more, which was not read";
  const certainty = permission.certainty === "unknown" ? "unknown" : "conditional";
  return { action, permission: { certainty, conditions: [...permission.conditions, hangsOn] } };
}

/** Where policies of an identity can stand: with itself, with its groups, and in customer managed policies. */
function writablePlaces({ inventory }: TechniqueWorld, { party }: Subject) {
  const identities = party.kind === "user" ? inventory.users : inventory.roles;
  const identity = identities.find(({ arn }) => arn === party.arn);
  const groupNames = identity && "groupNames" in identity ? identity.groupNames : [];
  const groups = inventory.groups.filter(({ name }) => groupNames.includes(name));
  const own = party.kind === "user" ? userPlace(party.arn) : rolePlace(party.arn);
  const places = [...(isProtected(party) ? [] : [own]), ...groups.map(({ arn }) => groupPlace(arn))];
  const attached = [identity, ...groups].flatMap((each) => each?.attachedPolicyArns ?? []);
  return { places, policyArns: attached.filter((arn) => !arn.includes(":iam::aws:")) };
}

const userPlace = (resourceArn: string): Place => ({
  putAction: "iam:PutUserPolicy",
  attachAction: "iam:AttachUserPolicy",
  resourceArn,
});
const rolePlace = (resourceArn: string): Place => ({
  putAction: "iam:PutRolePolicy",
  attachAction: "iam:AttachRolePolicy",
  resourceArn,
});
const groupPlace = (resourceArn: string): Place => ({
  putAction: "iam:PutGroupPolicy",
  attachAction: "iam:AttachGroupPolicy",
  resourceArn,
});
