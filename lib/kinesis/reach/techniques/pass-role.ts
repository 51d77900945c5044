import { intersect, placesOf } from "@/lib/iam/access-index/resource-set";
import { once } from "@/lib/kinesis/access/once";
import { allOf, permit, surest } from "@/lib/kinesis/reach/permission";
import type { Permission } from "@/lib/kinesis/reach/permission";
import { serviceIndex } from "@/lib/kinesis/reach/service-index";
import type { MayUse } from "@/lib/kinesis/reach/service-index";
import { serviceUses } from "@/lib/kinesis/reach/service-uses";
import type { ServiceUse } from "@/lib/kinesis/reach/service-uses";
import type { FindLeads, TechniqueWorld } from "@/lib/kinesis/reach/technique";
import { trustedServices } from "@/lib/kinesis/reach/trusted-services";
import type { TrustedService } from "@/lib/kinesis/reach/trusted-services";
import type { Party } from "@/lib/model/stream-access";

const action = "iam:PassRole";

/**
 * Passing a role to a service that trusts it, and making that service do one's work. Each service that the role could be
 * passed to is a step of its own where it gives something else.
 */
export function passRole(techniques: TechniqueWorld): FindLeads {
  const { reach, worthwhile, world } = techniques;
  const passable = (party: Party) => intersect(reach.index.access(party.arn, action).may, worthwhile);
  const mayUse = once(() => {
    const passers = reach.own.filter(({ party }) => passable(party).words.length > 0);
    return serviceIndex(world.parts, passers);
  });
  return function* findLeads(_, { party }) {
    for (const place of placesOf(passable(party))) {
      const target = reach.index.resources[place]?.arn ?? "";
      if (target === party.arn) continue;
      const { accountId } = world.parts;
      for (const trusted of trustedServices(techniques.trustOf(target) ?? [], accountId)) {
        const use = serviceUses.find(({ service }) => service === trusted.service);
        if (!use || (use.needsProfile === true && !isInProfile(techniques, target))) continue;
        const way = wayThrough(techniques, party, { target, trusted, use, mayUse: mayUse() });
        if (!way) continue;
        const gain = { kind: "becomes", arn: target, duties: use.duties, isWhole: use.isWhole } as const;
        yield { party, technique: "pass-role", target, ...way, gain };
      }
    }
  };
}

function isInProfile({ reach }: TechniqueWorld, roleArn: string): boolean {
  return (reach.roles.get(roleArn)?.instanceProfileArns.length ?? 0) > 0;
}

interface Passing {
  readonly target: string;
  readonly trusted: TrustedService;
  readonly use: ServiceUse;
  readonly mayUse: MayUse;
}

function wayThrough(
  { reach }: TechniqueWorld,
  party: Party,
  { target, trusted, use, mayUse }: Passing,
): { readonly actions: readonly string[]; readonly permission: Permission } | undefined {
  const passing = permitPassing(reach, party, target, trusted);
  if (!passing) return undefined;
  const ways = use.ways.flatMap((actions) => {
    const used = actions.map((each) => mayUse(party, each));
    const permission = allOf([passing, trusted.permission, ...used]);
    return permission ? [{ actions: [action, ...actions], permission }] : [];
  });
  return surest(ways);
}

/** A service may be spelt with its Region, in a trust policy and in a condition alike. */
export function permitPassing(
  reach: TechniqueWorld["reach"],
  party: Party,
  roleArn: string,
  { service, principal }: Pick<TrustedService, "service" | "principal">,
): Permission | undefined {
  const ways = [...new Set([service, principal])].flatMap((name) => {
    const told = [["iam:PassedToService", [name]]] as const;
    const permission = permit(reach, party, { action, resourceArn: roleArn, told });
    return permission ? [{ permission }] : [];
  });
  return surest(ways)?.permission;
}
