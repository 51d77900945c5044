import { describe, expect, it } from "vitest";
import type { RegionFacts } from "../account-facts";
import { buildDemoAccount } from "./build-demo-account";
import { demoFaults } from "./demo-faults";
import { demoStory } from "./demo-story";
import { foreignKeyId } from "./key-ids";

const account = buildDemoAccount();
const regions = Object.entries(account.regions);
const streams = regions.flatMap(([, { streams: ofRegion }]) => [...ofRegion]);

describe("the demo account", () => {
  it("is the same at every build, and no build shares an object with another", () => {
    const other = buildDemoAccount();
    expect(other).toEqual(account);
    expect(sharedObjects(account, other)).toEqual([]);
  });

  it("has 14 streams, no two of one name in a Region, and a story for each", () => {
    const told = demoStory.map(({ region, streamName }) => `${region}/${streamName}`);
    const there = regions.flatMap(([region, facts]) =>
      facts.streams.map(({ summary }) => `${region}/${summary.StreamName}`),
    );
    expect(there.length).toBe(14);
    expect(told.toSorted()).toEqual(there.toSorted());
    expect(new Set(there).size).toBe(there.length);
  });

  it("has 35 to 50 users, groups and roles, all of different names and ids", () => {
    const { users, groups, roles } = account.iam;
    const ids = [
      ...users.map(({ UserId }) => UserId),
      ...groups.map(({ GroupId }) => GroupId),
      ...roles.map(({ RoleId }) => RoleId),
    ];
    expect(ids.length).toBeGreaterThanOrEqual(35);
    expect(ids.length).toBeLessThanOrEqual(50);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(roles.map(({ RoleName }) => RoleName)).size).toBe(roles.length);
  });

  it("lists streams as AWS does, by name", () => {
    for (const [, facts] of regions) {
      const names = facts.streams.map(({ summary }) => summary.StreamName ?? "");
      expect(names).toEqual(names.toSorted((one, other) => (one < other ? -1 : 1)));
    }
  });

  it("counts the consumers that it lists", () => {
    for (const { summary, consumers } of streams) expect(summary.ConsumerCount).toBe(consumers.length);
  });

  it("counts the channels that it lists, each under a role that is there", () => {
    const roleArns = account.iam.roles.map(({ Arn }) => Arn);
    for (const [, { channels, streams: ofRegion }] of regions) {
      const delivered = channels.flatMap(({ StreamConfigurationList = [] }) => StreamConfigurationList);
      for (const { summary } of ofRegion)
        expect([summary.StreamName, summary.ChannelCount]).toEqual([
          summary.StreamName,
          delivered.filter(({ StreamARN }) => StreamARN === summary.StreamARN).length,
        ]);
      for (const { ServiceExecutionRoleARN } of channels) expect(roleArns).toContain(ServiceExecutionRoleARN);
    }
  });

  it("has access keys of users that are there, each id once and in AWS's form", () => {
    const { users, accessKeys } = account.iam;
    expect(users.map(({ UserName }) => UserName)).toEqual(expect.arrayContaining(Object.keys(accessKeys)));
    const ids = Object.values(accessKeys).flatMap((keys) => keys.map(({ metadata }) => metadata.AccessKeyId));
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^AKIA[A-Z0-9]{16}$/);
  });

  it("denies only what exists", () => {
    const text = JSON.stringify(account);
    for (const { match } of demoFaults) expect(text).toContain(match);
  });
});

describe("keys", () => {
  it("encrypt every stream that names one, but for the key of another account", () => {
    const unresolved = regions.flatMap(([region, facts]) =>
      facts.streams
        .filter(
          ({ summary }) => summary.EncryptionType === "KMS" && !resolves(facts, region, summary.KeyId ?? ""),
        )
        .map(({ summary }) => summary.KeyId),
    );
    expect(unresolved).toEqual([`arn:aws:kms:us-east-1:555566667777:key/${foreignKeyId}`]);
  });

  it("are named in each form that AWS allows", () => {
    const forms = streams.flatMap(({ summary }) =>
      summary.KeyId === undefined ? [] : [formOf(summary.KeyId)],
    );
    expect([...new Set(forms)].toSorted()).toEqual(["alias", "alias ARN", "aws alias", "key ARN", "key id"]);
  });

  it("have aliases that point to a key of their Region, or to none yet", () => {
    for (const [, { keys, aliases }] of regions) {
      const ids = keys.map(({ metadata }) => metadata.KeyId);
      const targets = aliases.flatMap(({ TargetKeyId }) => TargetKeyId ?? []);
      expect(ids).toEqual(expect.arrayContaining(targets));
    }
  });
});

describe("the network", () => {
  it("has no endpoint, route table or endpoint's group of a VPC or subnet that is not there", () => {
    for (const [, { vpcs, subnets, securityGroups, routeTables, vpcEndpoints }] of regions) {
      const vpcIds = new Set(vpcs.map(({ VpcId }) => VpcId));
      const vpcOfSubnet = new Map(subnets.map(({ SubnetId, VpcId }) => [SubnetId, VpcId]));
      const vpcOfGroup = new Map(securityGroups.map(({ GroupId, VpcId }) => [GroupId, VpcId]));
      for (const { VpcId } of [...subnets, ...securityGroups, ...routeTables, ...vpcEndpoints])
        expect(vpcIds).toContain(VpcId);
      for (const { VpcId, SubnetIds = [], Groups = [] } of vpcEndpoints) {
        for (const subnetId of SubnetIds) expect(vpcOfSubnet.get(subnetId)).toBe(VpcId);
        for (const { GroupId } of Groups) expect(vpcOfGroup.get(GroupId)).toBe(VpcId);
      }
      for (const { VpcId, Associations = [] } of routeTables) {
        const subnetIds = Associations.flatMap(({ SubnetId }) => SubnetId ?? []);
        for (const subnetId of subnetIds) expect(vpcOfSubnet.get(subnetId)).toBe(VpcId);
      }
    }
  });

  it("has a VPC without any endpoint", () => {
    const [vpcs, served] = [new Set<string>(), new Set<string>()];
    for (const [, facts] of regions) {
      for (const { VpcId = "" } of facts.vpcs) vpcs.add(VpcId);
      for (const { VpcId = "" } of facts.vpcEndpoints) served.add(VpcId);
    }
    expect([...vpcs].filter((vpcId) => !served.has(vpcId)).length).toBe(1);
  });
});

function resolves({ keys, aliases }: RegionFacts, region: string, keyId: string): boolean {
  const alias = aliases.find(({ AliasName, AliasArn }) => AliasName === keyId || AliasArn === keyId);
  const key = keys.find(({ metadata }) =>
    [metadata.KeyId, metadata.Arn].includes(alias?.TargetKeyId ?? keyId),
  );
  return key?.metadata.Arn?.startsWith(`arn:aws:kms:${region}:`) ?? false;
}

function formOf(keyId: string): string {
  if (keyId.startsWith("alias/aws/")) return "aws alias";
  if (keyId.startsWith("alias/")) return "alias";
  if (!keyId.startsWith("arn:")) return "key id";
  return keyId.includes(":alias/") ? "alias ARN" : "key ARN";
}

/** Where two builds hold the very same object: a change to one would show in the other. */
function sharedObjects(one: unknown, other: unknown, path = "account"): string[] {
  if (typeof one !== "object" || one === null || typeof other !== "object" || other === null) return [];
  if (one === other) return [path];
  const others = new Map(Object.entries(other));
  return Object.entries(one).flatMap(([key, value]) =>
    sharedObjects(value, others.get(key), `${path}.${key}`),
  );
}
