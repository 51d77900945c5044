import type { Random } from "./random";
import {
  applications,
  environments,
  homeAccount,
  homeOrganization,
  otherAccounts,
  regions,
  teams,
} from "./random-names";

type Values = string | readonly string[];
export interface StatementJson {
  readonly Sid?: string;
  readonly Effect: "Allow" | "Deny";
  readonly Action?: Values;
  readonly NotAction?: Values;
  readonly Resource?: Values;
  readonly NotResource?: Values;
  readonly Principal?: unknown;
  readonly NotPrincipal?: unknown;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, Values>>>>;
}

/** How often the rarer features occur, of a hundred statements. */
export interface Shares {
  readonly condition: number;
  readonly deny: number;
  readonly negated: number;
  /** Documents that cannot be read. */
  readonly unread: number;
  /** Statements of resource policies with actions that AWS's examples do not have. */
  readonly oddGrants: number;
}

export interface StatementWorld {
  readonly random: Random;
  readonly shares: Shares;
  readonly arns: readonly string[];
  /** Policies take their patterns from these. */
  readonly patterns: readonly string[];
  readonly actionNames: readonly string[];
}

/** A statement of an identity policy or boundary. */
export function randomStatement(world: StatementWorld): StatementJson {
  const { random, shares } = world;
  const statement = {
    Effect: random.percent(shares.deny) ? "Deny" : "Allow",
    ...(random.percent(shares.negated / 2)
      ? { NotAction: randomActions(world) }
      : { Action: randomActions(world) }),
    ...(random.percent(shares.negated / 2)
      ? { NotResource: randomPatterns(world) }
      : { Resource: randomPatterns(world) }),
  } as const;
  return random.percent(shares.condition) ? { ...statement, Condition: randomCondition(random) } : statement;
}

export function randomActions({ random, actionNames }: StatementWorld): string[] {
  if (random.percent(8)) return [random.pick(["*", "kinesis:*", "KINESIS:*", "kin*:*", "k*"])];
  const count = 1 + random.below(4);
  return Array.from({ length: count }, () => {
    if (random.percent(60)) return random.pickFrom(actionNames, "kinesis:PutRecord");
    return random.pick([
      "kinesis:Get*",
      "kinesis:Describe*",
      "kinesis:Put*",
      "kinesis:put?ecord",
      "kinesis:List*",
      "kinesis:*Record*",
      "kinesis:Update*",
      "kms:*",
      "sts:Assume*",
    ]);
  });
}

function randomPatterns(world: StatementWorld): string[] {
  const { random, patterns } = world;
  return Array.from({ length: 1 + random.below(3) }, () => random.pickFrom(patterns, "*"));
}

export function randomPattern({ random, arns }: Pick<StatementWorld, "random" | "arns">): string {
  const arn = random.pickFrom(arns, "*");
  const kind = random.below(100);
  if (kind < 38) return arn;
  if (kind < 62) return `${arn.slice(0, arn.length - 1 - random.below(4))}*`;
  const region = random.pick(["*", ...regions]);
  const home = `arn:aws:kinesis:${region}:${random.pick([homeAccount, "*"])}:`;
  if (kind < 94) return `${home}${randomResource(random)}`;
  return random.pick([
    "*",
    "arn:aws:kinesis:*",
    "arn:aws:kinesis",
    `arn:aws:kinesis:*:${homeAccount}:stream/*`,
    "arn:aws:kinesis:*:*:*/team1*",
    "arn:aws:kinesis:*:*:s*m/team1-*",
    "arn:aws:kinesis:*:*:stream*",
    "arn:aws:k*s:*:*:*",
    "arn:*:kinesis:us-*-1:*:stream/*-prod-*",
    `arn:aws:kinesis:*:${homeAccount}:MyStream`,
    "arn:aws:kms:*:*:key/*",
    `arn:aws:iam::${homeAccount}:role/*`,
  ]);
}

function randomResource(random: Random): string {
  const team = random.pickFrom(teams, "team0");
  const application = random.pickFrom(applications, "app0");
  const start = `${team}-${application}-${random.pick(environments)}-${random.below(10)}`;
  return random.pick([
    `stream/${start}*`,
    `stream/${start}${random.below(10)}*`,
    `stream/${team}-${application}-*`,
    `stream/*-${application}-${random.pick(environments)}-${random.below(10)}?${random.below(10)}`,
    `stream/${team}-*/consumer/*`,
    `stream/*/consumer/${application}:*`,
    "stream/${aws:PrincipalTag/team}-*",
    `stream/${team}-\${aws:username}-*`,
    "stream/${aws:PrincipalTag/team, 'team3'}-app1*",
    "stream/${aws:SourceVpce}-*",
    "channel/*",
  ]);
}

export function randomCondition(random: Random): NonNullable<StatementJson["Condition"]> {
  const first = randomTest(random);
  return random.percent(20) ? { ...randomTest(random), ...first } : first;
}

function randomTest(random: Random): NonNullable<StatementJson["Condition"]> {
  const team = random.pickFrom(teams, "team0");
  return random.pick([
    { StringEquals: { "aws:ResourceTag/team": team } },
    { StringEquals: { "aws:ResourceTag/team": "${aws:PrincipalTag/team}" } },
    { StringNotEquals: { "aws:ResourceTag/team": "${aws:PrincipalTag/team}" } },
    { StringNotEquals: { "aws:ResourceTag/env": ["dev", "stage"] } },
    { StringLike: { "aws:resourcetag/TEAM": `${team.slice(0, 5)}*` } },
    { Null: { "aws:ResourceTag/env": random.pick(["true", "false"]) } },
    { StringEqualsIfExists: { "aws:ResourceTag/cost": ["1", "2"] } },
    { StringEquals: { "aws:SourceVpce": "vpce-0123456789abcdef0" } },
    { StringNotEquals: { "aws:SourceVpce": "vpce-0123456789abcdef0" } },
    { Bool: { "aws:SecureTransport": random.pick(["true", "false"]) } },
    { BoolIfExists: { "aws:MultiFactorAuthPresent": "true" } },
    { IpAddress: { "aws:SourceIp": "192.0.2.0/24" } },
    { ArnLike: { "aws:PrincipalArn": `arn:aws:iam::*:role/${team}-*` } },
    { ArnNotLike: { "aws:PrincipalArn": `arn:aws:iam::${homeAccount}:*` } },
    { ArnLike: { "aws:PrincipalArn": `arn:aws:iam::${random.pick(otherAccounts)}:role/*` } },
    { StringEquals: { "aws:PrincipalOrgID": homeOrganization } },
    { StringNotEquals: { "aws:PrincipalAccount": random.pick([homeAccount, ...otherAccounts]) } },
    { StringEquals: { "aws:PrincipalTag/team": team } },
    { StringEquals: { "aws:RequestedRegion": [random.pick(regions), "us-west-2"] } },
    { StringEquals: { "aws:ResourceAccount": homeAccount } },
    { StringLike: { "aws:username": "user*1" } },
    { "ForAllValues:StringEquals": { "aws:TagKeys": ["team", "env"] } },
    { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-exampleorg/*" } },
    { DateLessThan: { "aws:CurrentTime": "2030-01-01T00:00:00Z" } },
  ]);
}
