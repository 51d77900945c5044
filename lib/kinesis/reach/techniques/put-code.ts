import type { AccessResource } from "@/lib/iam/access-index/access-input";
import { buildAccessIndex } from "@/lib/iam/access-index/build-access-index";
import { placesOf } from "@/lib/iam/access-index/resource-set";
import { once } from "@/lib/kinesis/access/once";
import { toPrincipal } from "@/lib/kinesis/access/duty-index";
import { allOf, permit, surest } from "@/lib/kinesis/reach/permission";
import type { Indexed, Permission } from "@/lib/kinesis/reach/permission";
import { placesByArn } from "@/lib/kinesis/reach/places-by-arn";
import { codeActions } from "@/lib/kinesis/reach/role-compute";
import type { CodeWay } from "@/lib/kinesis/reach/role-compute";
import { everything } from "@/lib/kinesis/reach/technique";
import type { FindLeads, TechniqueWorld } from "@/lib/kinesis/reach/technique";
import type { Party } from "@/lib/model/stream-access";

/** Putting code into a function, an instance or a task that runs as somebody else: it does what one wants as them. */
export function putCode(techniques: TechniqueWorld): FindLeads {
  const targets = once(() => waysByRole(techniques));
  const indexed = once(() =>
    indexOf(
      techniques,
      targets().flatMap(({ ways }) => ways),
    ),
  );
  return function* findLeads(_, { party }) {
    if (targets().length === 0 || !mayPutAny(indexed(), party)) return;
    for (const { roleArn, ways } of targets()) {
      const way = roleArn === party.arn ? undefined : wayInto(indexed(), party, ways);
      if (!way) continue;
      const gain = { kind: "becomes", arn: roleArn, ...everything } as const;
      yield { party, technique: "put-code", target: roleArn, ...way, gain };
    }
  };
}

interface Target {
  readonly roleArn: string;
  readonly ways: readonly CodeWay[];
}

function waysByRole({ reach, worthwhile, computeOf }: TechniqueWorld): Target[] {
  return [...placesOf(worthwhile)].flatMap((place) => {
    const roleArn = reach.index.resources[place]?.arn ?? "";
    const { ways } = computeOf(roleArn);
    return ways.length > 0 ? [{ roleArn, ways }] : [];
  });
}

const actionNames = Object.keys(codeActions);

function indexOf({ world, reach }: TechniqueWorld, ways: readonly CodeWay[]): Indexed {
  const { parts } = world;
  const resources = new Map<string, AccessResource>();
  for (const each of ways.flatMap((way) => way.resources))
    resources.set(each.arn, { ...each, accountId: parts.accountId });
  const index = buildAccessIndex({
    actions: Object.entries(codeActions).map(([name, resourceKinds]) => ({ name, resourceKinds })),
    resources: [...resources.values()],
    principals: reach.own.map((policed) => toPrincipal(policed, parts)),
  });
  return { index, placeOf: placesByArn(index) };
}

function mayPutAny({ index }: Indexed, { arn }: Party): boolean {
  return actionNames.some((action) => index.access(arn, action).may.words.length > 0);
}

function wayInto(
  indexed: Indexed,
  party: Party,
  ways: readonly CodeWay[],
): { readonly actions: readonly string[]; readonly permission: Permission } | undefined {
  return surest(
    ways.flatMap(({ action, resources, hangsOn }) => {
      const allowed = resources.map(({ arn }) => permit(indexed, party, { action, resourceArn: arn }));
      const permission = allOf(hangsOn === undefined ? allowed : [...allowed, dependingOn(hangsOn)]);
      return permission ? [{ actions: [action], permission }] : [];
    }),
  );
}

function dependingOn(condition: string): Permission {
  return { certainty: "conditional", conditions: [condition] };
}
