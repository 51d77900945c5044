import type {
  AccessAction,
  AccessInput,
  AccessPrincipal,
  AccessResource,
  PolicySource,
} from "@/lib/iam/access-index/access-input";
import { seededRandom } from "./random";
import type { Random } from "./random";
import {
  environments,
  homeAccount,
  homeOrganization,
  otherAccounts,
  regions,
  streamName,
  teams,
} from "./random-names";
import { randomResourcePolicy } from "./random-resource-policies";
import { randomPattern, randomStatement } from "./random-statements";
import type { Shares, StatementWorld } from "./random-statements";

export interface AccountPlan {
  readonly seed: number;
  readonly streams: number;
  readonly principals: number;
  readonly actions: readonly AccessAction[];
  /** How many patterns are drawn for policies to choose from; some turn out the same. */
  readonly patterns: number;
  readonly shares: Shares;
  /** How many resources have a policy, besides keys and roles, which all have one. */
  readonly resourcePolicies: number;
  /** Consumers, channels, keys and roles, too; and principals of whom nobody knows the policies. */
  readonly everyKind: boolean;
}

/** An account that looks like none, so that little is shared: the same for the same plan. */
export function randomAccount(plan: AccountPlan): AccessInput {
  const random = seededRandom(plan.seed);
  const bare = randomResources(random, plan);
  const arns = bare.map(({ arn }) => arn);
  const world: StatementWorld = {
    random,
    shares: plan.shares,
    arns,
    patterns: Array.from({ length: plan.patterns }, () => randomPattern({ random, arns })),
    actionNames: plan.actions.map(({ name }) => name),
  };
  const named = randomPrincipals(world, plan.principals);
  const principals = plan.everyKind ? [...named, ...unknownPrincipals(named)] : named;
  const every = bare.length / Math.max(1, plan.resourcePolicies);
  const rcps = [[source("rcp", [{ ...randomStatement(world), Effect: "Deny", Principal: "*" }])]];
  const resources = bare.map((resource, index) => {
    const isKept = resource.kind === "key" || resource.kind === "role";
    const ownPolicy = isKept || Math.floor(index % every) === 0;
    return Object.assign(
      resource,
      isKept && { rcps },
      ownPolicy && { resourcePolicy: randomResourcePolicy(world, resource, principals) },
    );
  });
  return { resources, principals, actions: plan.actions };
}

function randomResources(random: Random, { streams, everyKind }: AccountPlan): AccessResource[] {
  const made: AccessResource[] = [];
  for (let index = 0; index < streams; index++) {
    const accountId = random.percent(95) ? homeAccount : random.pick(otherAccounts);
    const name = streamName(random, index);
    const region = random.pick(regions);
    const place = { accountId, region, organizationId: homeOrganization };
    const home = `arn:aws:kinesis:${region}:${accountId}:`;
    made.push({ ...place, ...randomTags(random, name), arn: `${home}stream/${name}`, kind: "stream" });
    if (!everyKind) continue;
    const consumer = `${home}stream/${name}/consumer/app${index % 9}:17000000${index % 100}`;
    made.push({ ...place, ...randomTags(random, name), arn: consumer, kind: "consumer" });
    if (random.percent(40))
      made.push({ ...place, arn: `${home}channel/${index}`, kind: "channel", tags: {} });
    const key = `arn:aws:kms:${region}:${accountId}:key/${index}`;
    if (random.percent(40)) made.push({ ...place, arn: key, kind: "key" });
    const role = `arn:aws:iam::${accountId}:role/${teams[index % teams.length]}-reader${index}`;
    if (random.percent(40)) made.push({ accountId, arn: role, kind: "role", tags: { team: "team1" } });
  }
  if (everyKind) made.push({ arn: "*", kind: "any", accountId: homeAccount });
  return made;
}

/** The name's first part is the team, where it is told at all; some tags were never read. */
function randomTags(random: Random, name: string): Pick<AccessResource, "tags"> {
  if (random.percent(5)) return {};
  const team = name.split("-", 1)[0] ?? "";
  return {
    tags: {
      ...(random.percent(80) && { team }),
      ...(random.percent(10) && { TEAM: team }),
      ...(random.percent(70) && { env: random.pick(environments) }),
    },
  };
}

function randomPrincipals(world: StatementWorld, count: number): AccessPrincipal[] {
  const { random } = world;
  const some = (name: string, length: number, statements: number) =>
    Array.from({ length }, (_, index) => randomPolicy(world, `${name}${index}`, statements));
  const shared = Math.ceil(count / 15);
  const [managed, groups] = [some("managed", shared, 4), some("group", shared, 2)];
  const boundaries = some("boundary", Math.max(2, Math.ceil(count / 120)), 6).map((each) =>
    random.percent(70) ? widened(each) : each,
  );
  const scps = randomScps(world);
  return Array.from({ length: count }, (_, index) => {
    const accountId = random.percent(94) ? homeAccount : random.pick(otherAccounts);
    const isUser = random.percent(40);
    const team = random.pickFrom(teams, "team0");
    const name = isUser ? `user${index}` : `${team}-role${index}`;
    const path = isUser || random.percent(97) ? "" : "aws-service-role/";
    const pick = (from: readonly PolicySource[]) => random.pickFrom(from, everything);
    return {
      arn: `arn:aws:iam::${accountId}:${isUser ? "user" : "role"}/${path}${name}`,
      accountId,
      organizationId: homeOrganization,
      managementAccountId: otherAccounts[0],
      ...(isUser && { userId: `AIDA${index}` }),
      ...(random.percent(95) && { tags: random.percent(70) ? { team } : {} }),
      policies: [
        randomPolicy(world, `inline${index}`, 4),
        pick(managed),
        ...(random.percent(30) ? [pick(managed)] : []),
        ...(isUser ? [pick(groups)] : []),
      ],
      ...(random.percent(50) && { boundary: pick(boundaries) }),
      scps: random.pickFrom(scps, []),
    };
  });
}

/** Roles of other accounts, which their own policies are not known of, and whole accounts. */
function unknownPrincipals([first]: readonly AccessPrincipal[]): AccessPrincipal[] {
  return [homeAccount, ...otherAccounts].flatMap((accountId) => {
    const shared = { accountId, policies: [{ policy: "unknown", text: "" }], scps: first?.scps ?? [] };
    return ["root", "role/unknown", "user/unknown"].map((name) =>
      Object.assign({ arn: `arn:aws:iam::${accountId}:${name}` }, shared),
    );
  });
}

const allowAll = { Effect: "Allow", Action: "*", Resource: "*" } as const;
const everything = source("FullAWSAccess", [allowAll]);

/** Three levels, from the organization's root to the account; four accounts in different places. */
function randomScps(world: StatementWorld): PolicySource[][][] {
  const narrow = () => source("narrow", [{ ...randomStatement(world), Effect: "Deny" }]);
  const root = [everything, narrow()];
  return Array.from({ length: 4 }, () => [
    root,
    world.random.percent(70) ? [everything, narrow()] : [widened(randomPolicy(world, "unit", 3))],
    [everything, narrow(), narrow()],
  ]);
}

function widened(policy: PolicySource): PolicySource {
  const wide = source(policy.policy, [
    { Effect: "Allow", Action: ["kinesis:*", "kms:*", "sts:*"], Resource: "*" },
  ]);
  return { policy: policy.policy, text: `${wide.text.slice(0, -2)},${policy.text.slice(prefix.length)}` };
}

const prefix = '{"Version":"2012-10-17","Statement":[';

function randomPolicy(world: StatementWorld, policy: string, statements: number): PolicySource {
  const made = Array.from({ length: statements }, () => randomStatement(world));
  if (world.shares.unread > 0 && world.random.percent(world.shares.unread))
    return { policy, text: "{not a policy" };
  const { text } = source(policy, made);
  return { policy, text: world.random.percent(4) ? text.replace("2012-10-17", "2008-10-17") : text };
}

function source(policy: string, statements: readonly unknown[]): PolicySource {
  return { policy, text: JSON.stringify({ Version: "2012-10-17", Statement: statements }) };
}
