import { z } from "zod";
import type { AccountFacts, IamFacts, RegionFacts, StreamFacts } from "@/lib/demo/account-facts";
import { buildDemoAccount } from "@/lib/demo/account/build-demo-account";
import { buildRole } from "@/lib/demo/account/build-identity";
import { buildCustomerPolicy } from "@/lib/demo/account/build-managed-policy";
import { buildConsumer, buildStream } from "@/lib/demo/account/build-stream";
import { euWest1, policyArn } from "@/lib/demo/account/identifiers";
import { trustService } from "@/lib/demo/account/trust";
import { renamed } from "@/lib/demo/renamed";
import { dutyNames, dutyPolicy, type Team } from "./large-snapshot";

export const regionNames = [euWest1, "us-east-1", "ap-southeast-2", "eu-central-1"] as const;
const createdOn = "2026-01-12";

export const servedAccountSchema = z.object({
  /** As many of `regionNames`. */
  regions: z.number().int().min(1).max(regionNames.length),
  /** In all Regions together. */
  streams: z.number().int(),
  /** One stream of so many has a consumer; 0: none has. */
  consumerEvery: z.number().int(),
  /** Roles of the teams that own the streams, four each. */
  principals: z.number().int(),
});

export type ServedAccount = z.infer<typeof servedAccountSchema>;

/**
 * The demo account with other streams in the first Regions, all encrypted with AWS's key, and with the roles of teams
 * beside its own.
 */
export function servedAccount({ regions, ...plan }: ServedAccount): AccountFacts {
  const account = buildDemoAccount();
  const model = account.regions[euWest1];
  if (!model) throw new Error("the demo account has no such Region");
  const places = regionNames.slice(0, regions);
  // As many in each Region, so that none of them is behind the others.
  const teamsAPlace = Math.ceil(Math.max(1, plan.principals / dutyNames.length) / regions);
  const teams = Array.from({ length: teamsAPlace * regions }, (_, index) => ({
    team: `team-${index}`,
    index,
    region: places[index % places.length] ?? euWest1,
    keyId: keyOf(model),
  }));
  const streams = streamsOf(teams, plan, regions);
  const inRegion = (region: string): [string, RegionFacts] => [
    region,
    {
      ...renamed(model, euWest1, region),
      streams: streams.filter(({ summary }) => summary.StreamARN?.includes(`:${region}:`)),
    },
  ];
  return {
    ...account,
    ...(plan.principals > 0 && { iam: withRoles(account.iam, teams) }),
    regions: Object.fromEntries(places.map(inRegion)),
  };
}

function keyOf({ aliases }: RegionFacts): string {
  const alias = aliases.find(({ AliasName }) => AliasName === "alias/aws/kinesis");
  return alias?.TargetKeyId ?? "";
}

function streamsOf(
  teams: readonly Team[],
  { streams, consumerEvery }: Pick<ServedAccount, "streams" | "consumerEvery">,
  regions: number,
): StreamFacts[] {
  return Array.from({ length: streams }, (_, index) => {
    const { team = "", region = euWest1 } = teams[index % teams.length] ?? {};
    const name = `${team}-events-${String(index).padStart(5, "0")}`;
    const hasConsumer = consumerEvery > 0 && Math.floor(index / regions) % consumerEvery === 0;
    return buildStream({
      region,
      createdOn,
      name,
      mode: "ON_DEMAND",
      shards: 4,
      retentionHours: 168,
      key: "alias/aws/kinesis",
      tags: { environment: "prod", team },
      consumers: hasConsumer ? [buildConsumer({ region, createdOn, streamName: name, name: "reader" })] : [],
    });
  });
}

function withRoles(iam: IamFacts, teams: readonly Team[]): IamFacts {
  const trust = trustService("ec2.amazonaws.com");
  const names = teams.flatMap(({ team }) => dutyNames.map((duty) => `${team}-${duty}`));
  const documents = teams.flatMap((team) => dutyNames.map((duty) => dutyPolicy(team, duty)));
  return {
    ...iam,
    roles: [
      ...iam.roles,
      ...names.map((name) => buildRole({ name, createdOn, trust, attached: [policyArn(name)] })),
    ],
    policies: [
      ...iam.policies,
      ...names.map((name, index) =>
        buildCustomerPolicy({ name, createdOn, versions: [documents[index] ?? ""] }),
      ),
    ],
  };
}
