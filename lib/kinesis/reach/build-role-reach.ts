import { emptySet, hasPlace, placesOf, subtract } from "@/lib/iam/access-index/resource-set";
import type { ResourceSet } from "@/lib/iam/access-index/resource-set";
import { parsePolicyDocument } from "@/lib/iam/parse-policy-document";
import type { AccessWorld } from "@/lib/kinesis/access/access-world";
import { once } from "@/lib/kinesis/access/once";
import { placesSet } from "@/lib/kinesis/access/places-set";
import { findEscalations } from "@/lib/kinesis/reach/escalations";
import { buildReachIndex } from "@/lib/kinesis/reach/reach-index";
import type { ReachIndex } from "@/lib/kinesis/reach/reach-index";
import { roleClosure } from "@/lib/kinesis/reach/role-closure";
import { computeOfRole } from "@/lib/kinesis/reach/role-compute";
import type { RoleCompute } from "@/lib/kinesis/reach/role-compute";
import { pathAlong, shortestPaths } from "@/lib/kinesis/reach/shortest-paths";
import type { Walker } from "@/lib/kinesis/reach/shortest-paths";
import { statementsBehind } from "@/lib/kinesis/reach/statements-behind";
import type { TechniqueWorld } from "@/lib/kinesis/reach/technique";
import { trustedServices } from "@/lib/kinesis/reach/trusted-services";
import { waysInto } from "@/lib/kinesis/reach/ways-in";
import type { Gap } from "@/lib/model/observed";
import type { ReachedRoles, RolePath, RoleReach } from "@/lib/model/role-reach";
import type { Party, StreamAccess } from "@/lib/model/stream-access";

const assume = "sts:AssumeRole";

/** Works out who can become whom in an account: the steps when somebody asks, the sets behind them once. */
export function buildRoleReach(world: AccessWorld, access: () => StreamAccess): RoleReach {
  const reach = once(() => buildReachIndex(world));
  const graph = once(() => roleGraph(reach()));
  const trusts = new Map<string, ReturnType<typeof parsePolicyDocument>>();
  const trustOf = (roleArn: string) => {
    const text = reach().roles.get(roleArn)?.trustPolicy ?? "";
    const found = trusts.get(text) ?? parsePolicyDocument(text);
    trusts.set(text, found);
    return found;
  };
  const statementsOf = (roleArn: string) => {
    const trust = trustOf(roleArn);
    return trust.ok ? trust.statements : undefined;
  };
  const computeOf = rememberCompute(world, reach, statementsOf);
  const found = once(() =>
    findEscalations({
      world,
      reach: reach(),
      access,
      reachedBy: (partyArn) => graph().placesReachedBy(partyArn),
      trustOf: statementsOf,
      computeOf,
    }),
  );
  return {
    escalations: (partyArn) => found().escalations(partyArn),
    escalationsOn: (streamArn) => found().escalationsOn(streamArn),
    shadowAdministrators: () => found().shadowAdministrators(),
    assumers: (roleArn) =>
      graph()
        .direct(roleArn)
        .map(({ party, isSure }) => ({
          party,
          isSure,
          via: statementsBehind(reach(), {
            principalArn: party.arn,
            action: assume,
            resourceArn: roleArn,
          }),
        })),
    waysIn: (roleArn) => {
      const trust = trustOf(roleArn);
      return trust.ok ? waysInto(trust.statements, world.parts.accountId) : [];
    },
    pathsTo: (roleArn) => graph().pathsTo(roleArn),
    pathsUnder: (context) => roleGraph(buildReachIndex(world, context)).pathsTo,
    rolesReachedBy: (partyArn) => graph().reachedBy(partyArn),
    gapOf: (roleArn) => {
      const trust = trustOf(roleArn);
      return trust.ok ? undefined : unreadTrust(roleArn, trust.problem);
    },
    computeGapsOf: (roleArn) => computeOf(roleArn).gaps,
  };
}

function rememberCompute(
  { parts }: AccessWorld,
  reach: () => ReachIndex,
  trustOf: TechniqueWorld["trustOf"],
): TechniqueWorld["computeOf"] {
  const remembered = new Map<string, RoleCompute>();
  return (roleArn) => {
    const role = reach().roles.get(roleArn);
    if (!role) return { ways: [], gaps: [] };
    const services = trustedServices(trustOf(roleArn) ?? [], parts.accountId).map(({ service }) => service);
    const compute = remembered.get(roleArn) ?? computeOfRole(parts, role, new Set(services));
    remembered.set(roleArn, compute);
    return compute;
  };
}

function unreadTrust(resource: string, problem: string): Gap {
  const message = `The trust policy of ${resource} cannot be read: ${problem}.`;
  return { action: "iam:GetAccountAuthorizationDetails", reason: "malformed", message, resource };
}

type Bound = "must" | "may";

/** Who may assume which role, as one graph for what is sure and one for what is possible. */
function roleGraph(reach: ReachIndex) {
  const { index, placeOf } = reach;
  const partyOf = new Map(reach.own.map(({ party }) => [party.arn, party]));
  const bound = { must: boundedGraph(reach, "must"), may: boundedGraph(reach, "may") };
  const arnsOf = (places: Iterable<number>) =>
    [...places].flatMap((place) => index.resources[place]?.arn ?? []);
  const pathsIn = (which: Bound, target: number): Omit<RolePath, "isSure">[] => {
    const { stepsTo, walkerAt } = bound[which];
    const steps = stepsTo(target);
    return [...steps.keys()].flatMap((walker) => {
      const party = partyOf.get(walker.arn);
      return party ? [{ party, roles: arnsOf(pathAlong(steps, walker, walkerAt)) }] : [];
    });
  };
  return {
    direct: (roleArn: string): { readonly party: Party; readonly isSure: boolean }[] => {
      const place = placeOf(roleArn);
      return reach.own.flatMap(({ party }) => {
        const { must, may } = index.access(party.arn, assume);
        return party.arn !== roleArn && hasPlace(may, place)
          ? [{ party, isSure: hasPlace(must, place) }]
          : [];
      });
    },
    pathsTo: (roleArn: string): RolePath[] => {
      const target = placeOf(roleArn);
      if (target === -1) return [];
      const sure = pathsIn("must", target).map((path) => Object.assign(path, { isSure: true }));
      const isSure = new Set(sure.map(({ party }) => party));
      const others = pathsIn("may", target).filter(({ party }) => !isSure.has(party));
      return [...sure, ...others.map((path) => Object.assign(path, { isSure: false }))];
    },
    placesReachedBy: (partyArn: string) => ({
      sure: bound.must.reachedBy(partyArn),
      possible: bound.may.reachedBy(partyArn),
    }),
    reachedBy: (partyArn: string): ReachedRoles => ({
      sure: arnsOf(placesOf(bound.must.reachedBy(partyArn))),
      possible: arnsOf(placesOf(bound.may.reachedBy(partyArn))),
    }),
  };
}

function boundedGraph({ index, own, placeOf }: ReachIndex, bound: Bound) {
  const walkers = own.map(({ party: { arn, kind } }): Walker => {
    const place = kind === "role" ? placeOf(arn) : undefined;
    const assumable = index.access(arn, assume)[bound];
    return { arn, assumable, ...(place !== undefined && { place }) };
  });
  const roles = new Map(
    walkers.flatMap((walker) => (walker.place === undefined ? [] : [[walker.place, walker]])),
  );
  const byArn = new Map(walkers.map((walker) => [walker.arn, walker]));
  const closure = once(() =>
    roleClosure(new Map([...roles].map(([place, { assumable }]) => [place, assumable]))),
  );
  return {
    stepsTo: shortestPaths(walkers),
    walkerAt: (place: number) => roles.get(place),
    /** A circle leads back to where one was before. */
    reachedBy: (partyArn: string): ResourceSet => {
      const walker = byArn.get(partyArn);
      if (!walker) return emptySet;
      const reached = closure()(walker.assumable);
      return walker.place === undefined ? reached : subtract(reached, placesSet([walker.place]).may);
    },
  };
}
