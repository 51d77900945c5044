import { seededRandom, type Random } from "@/lib/bench/random";
import type { IamInventory, IamRole, IamUser, InlinePolicy } from "@/lib/model/iam-inventory";
import type { Observed } from "@/lib/model/observed";
import type { RegionSnapshot, Snapshot } from "@/lib/model/snapshot";

/**
 * Another account made of the demo's parts: the same documents in other hands, some boundaries taken off, some streams,
 * endpoints, channels and rules left out. The same seed makes the same account.
 */
export function randomAccountOf(demo: Snapshot, seed: number): Snapshot {
  const random = seededRandom(seed);
  return {
    ...demo,
    accounts: demo.accounts.map((account) => {
      const { iam } = account;
      const dealt = iam.known ? { ...iam, value: dealPolicies(iam.value, random) } : iam;
      return Object.assign({}, account, {
        iam: dealt,
        regions: account.regions.map((region) => leaveOut(region, random)),
      });
    }),
  };
}

function dealPolicies(iam: IamInventory, random: Random): IamInventory {
  const holders = [...iam.users, ...iam.roles];
  const inline = holders.flatMap(({ inlinePolicies }) => inlinePolicies);
  const attached = holders.flatMap(({ attachedPolicyArns }) => attachedPolicyArns);
  const deal = (holder: IamUser | IamRole) => ({
    inlinePolicies: drawInline(inline, holder.inlinePolicies.length, random),
    attachedPolicyArns: [...new Set(draw(attached, holder.attachedPolicyArns.length, random))],
  });
  const isBound = () => random.percent(60);
  return {
    ...iam,
    users: iam.users.map(({ boundaryArn, ...user }) =>
      Object.assign(user, deal(user), isBound() && boundaryArn !== undefined && { boundaryArn }),
    ),
    roles: iam.roles.map(({ boundaryArn, ...role }) =>
      Object.assign(role, deal(role), isBound() && boundaryArn !== undefined && { boundaryArn }),
    ),
  };
}

function draw<Item>(from: readonly Item[], count: number, random: Random): Item[] {
  return Array.from({ length: count }, () => from[random.below(from.length)]).flatMap((item) =>
    item === undefined ? [] : [item],
  );
}

/** A principal has one policy of a name. */
function drawInline(from: readonly InlinePolicy[], count: number, random: Random): InlinePolicy[] {
  return [...new Map(draw(from, count, random).map((policy) => [policy.name, policy])).values()];
}

function leaveOut(region: RegionSnapshot, random: Random): RegionSnapshot {
  const thin = <Item>(part: Observed<Item[]>): Observed<Item[]> =>
    part.known ? { ...part, value: part.value.filter(() => random.percent(70)) } : part;
  return {
    ...region,
    streams: thin(region.streams),
    vpcEndpoints: thin(region.vpcEndpoints),
    channels: thin(region.channels),
    eventRules: thin(region.eventRules),
  };
}
