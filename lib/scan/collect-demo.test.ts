import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildDemoAccount } from "@/lib/demo/account/build-demo-account";
import { demoFaults } from "@/lib/demo/account/demo-faults";
import { startWireServer, type WireServer } from "@/lib/demo/wire/start-wire-server";
import type { AccountSnapshot, RegionSnapshot } from "@/lib/model/snapshot";
import type { Observed } from "@/lib/model/observed";
import { gapsIn, given, scan, type Scanned, sorted } from "@/lib/scan/test-scan";

const facts = buildDemoAccount();
const clock = () => new Date("2026-11-24T10:00:00.000Z");

let server: WireServer;
let whole: Scanned;

beforeAll(async () => {
  server = await startWireServer(facts, { iamPageSize: 3 });
  whole = await scan(server.url, { now: clock });
});
afterAll(() => server.close());

describe("a scan of the whole demo account", () => {
  it("finds the account and who asks", () => {
    expect(account()).toMatchObject({
      accountId: facts.accountId,
      identityArn: facts.callerArn,
      partition: "aws",
      enabledRegions: { value: Object.keys(facts.regions).toSorted() },
    });
    expect(account().regions.map(({ region }) => region)).toEqual(Object.keys(facts.regions).toSorted());
  });

  it("has no gap but those that no caller can fill", () => {
    expect(gapsIn(whole.snapshot).filter(({ reason }) => reason !== "not-collected")).toEqual(
      gapsIn(whole.snapshot)
        .filter(({ resource }) => resource?.includes("555566667777"))
        .filter(({ reason }) => reason !== "not-collected"),
    );
  });

  it("reads every stream as it is", () => {
    for (const [name, { streams }] of Object.entries(facts.regions)) {
      const seen = value(regionOf(name).streams);
      expect(seen.map(({ name: streamName }) => streamName)).toEqual(
        sorted(streams.map(({ summary }) => summary.StreamName)),
      );
      for (const { summary, tags, consumers, resourcePolicy } of streams) {
        const stream = seen.find(({ arn }) => arn === summary.StreamARN);
        expect(stream).toMatchObject({
          retentionHours: { value: summary.RetentionPeriodHours },
          openShardCount: { value: summary.OpenShardCount },
          status: { value: summary.StreamStatus },
          createdAt: { value: summary.StreamCreationTimestamp?.toISOString() },
          encryption: {
            value:
              summary.EncryptionType === "KMS"
                ? { type: "kms", keyReference: summary.KeyId }
                : { type: "none" },
          },
          tags: { value: tags },
          resourcePolicy: { value: resourcePolicy ?? null },
        });
        expect(stream && value(stream.consumers)).toMatchObject(
          consumers
            .map((consumer) => ({
              arn: consumer.ConsumerARN,
              name: consumer.ConsumerName,
              resourcePolicy: { value: consumer.resourcePolicy ?? null },
            }))
            .toSorted((a, b) => ((a.arn ?? "") < (b.arn ?? "") ? -1 : 1)),
        );
      }
    }
  });

  it("reads IAM over many pages, documents decoded to the letter", () => {
    const iam = value(account().iam);
    const arns = (list: readonly { readonly Arn?: string | undefined }[]) =>
      sorted(list.map(({ Arn }) => Arn));
    expect(iam.users.map(({ arn }) => arn)).toEqual(arns(facts.iam.users));
    expect(iam.groups.map(({ arn }) => arn)).toEqual(arns(facts.iam.groups));
    expect(iam.roles.map(({ arn }) => arn)).toEqual(arns(facts.iam.roles));
    for (const role of facts.iam.roles) {
      expect(iam.roles.find(({ arn }) => arn === role.Arn)).toMatchObject({
        trustPolicy: role.AssumeRolePolicyDocument,
        attachedPolicyArns: sorted((role.AttachedManagedPolicies ?? []).map(({ PolicyArn }) => PolicyArn)),
        inlinePolicies: (role.RolePolicyList ?? [])
          .map(({ PolicyName, PolicyDocument }) => ({ name: PolicyName, document: PolicyDocument }))
          .toSorted((a, b) => ((a.name ?? "") < (b.name ?? "") ? -1 : 1)),
      });
    }
    for (const policy of facts.iam.policies.filter(({ Arn }) => !Arn?.includes("::aws:"))) {
      expect(iam.managedPolicies.find(({ arn }) => arn === policy.Arn)).toMatchObject({
        document: policy.PolicyVersionList?.find(({ IsDefaultVersion }) => IsDefaultVersion)?.Document,
      });
    }
  });

  it("reads the Kinesis endpoints and no others, with groups, prefix lists and zones", () => {
    for (const [name, network] of Object.entries(facts.regions)) {
      const endpoints = value(regionOf(name).vpcEndpoints);
      const ours = network.vpcEndpoints.filter(({ ServiceName }) => ServiceName?.includes("kinesis-streams"));
      expect(endpoints.map(({ id }) => id)).toEqual(sorted(ours.map(({ VpcEndpointId }) => VpcEndpointId)));
      for (const { VpcEndpointId, PolicyDocument, PrivateDnsEnabled, SubnetIds } of ours) {
        expect(endpoints.find(({ id }) => id === VpcEndpointId)).toMatchObject({
          policy: { value: PolicyDocument },
          privateDnsEnabled: { value: PrivateDnsEnabled },
          subnetIds: { value: SubnetIds?.toSorted() },
        });
      }
      const groupIds = new Set(ours.flatMap(({ Groups }) => (Groups ?? []).map(({ GroupId }) => GroupId)));
      expect(value(regionOf(name).securityGroups).map(({ id }) => id)).toEqual(sorted(groupIds));
      // Besides those with an endpoint, the one of the machines in the sandbox.
      const vpcIds = new Set([...ours, ...network.workloads.instances].map(({ VpcId }) => VpcId));
      expect(value(regionOf(name).hostedZones).map(({ vpcId }) => vpcId)).toEqual(sorted(vpcIds));
      expect(value(regionOf(name).vpcs)).toHaveLength(network.vpcs.length);
      expect(value(regionOf(name).subnets)).toHaveLength(network.subnets.length);
      expect(value(regionOf(name).routeTables)).toHaveLength(network.routeTables.length);
    }
  });

  it("reads each key that a stream names once", () => {
    for (const name of Object.keys(facts.regions)) {
      const keys = value(regionOf(name).keys);
      const asked = server.calls.entries.filter(
        (call) => call.operation === "kms:DescribeKey" && call.region === name,
      );
      expect(asked.length).toBe(keys.length);
      expect(new Set(keys.map(({ arn }) => arn)).size).toBe(keys.length);
    }
    expect(server.calls.entries.some(({ resource }) => resource?.includes("alias/"))).toBe(false);
  });

  it("reads the grants on each key, and each channel's destination", () => {
    for (const [name, { keys, channels }] of Object.entries(facts.regions)) {
      for (const key of value(regionOf(name).keys)) {
        const fact = keys.find(({ metadata }) => metadata.Arn === key.arn);
        if (!fact) continue;
        expect(value(key.grants)).toEqual(
          fact.grants.map((grant) =>
            expect.objectContaining({
              id: grant.GrantId,
              granteePrincipal: grant.GranteePrincipal,
              operations: grant.Operations,
              createdAt: grant.CreationDate?.toISOString(),
            }),
          ),
        );
      }
      expect(value(regionOf(name).channels)).toEqual(
        channels.map((channel) =>
          expect.objectContaining({
            arn: channel.ChannelARN,
            streamArns: (channel.StreamConfigurationList ?? []).map(({ StreamARN }) => StreamARN),
            roleArn: expect.objectContaining({ value: channel.ServiceExecutionRoleARN }),
            bucketArn: channel.S3DestinationConfiguration?.StorageConfiguration?.BucketARN,
            expectedBucketOwner: expect.objectContaining({
              value: channel.S3DestinationConfiguration?.StorageConfiguration?.ExpectedBucketOwner,
            }),
          }),
        ),
      );
    }
  });

  it("reads the access keys of the users whom a policy lets near Kinesis, which all of them have", () => {
    expect(account().accountSummary).toMatchObject({ value: { rootAccessKeysPresent: 0 } });
    const asked = value(account().accessKeys);
    expect(asked.map(({ userArn }) => userArn)).toEqual(sorted(facts.iam.users.map(({ Arn }) => Arn)));
    for (const { userArn, keys } of asked) {
      const userName = userArn.slice(userArn.lastIndexOf("/") + 1);
      expect(value(keys)).toEqual(
        (facts.iam.accessKeys[userName] ?? []).map(({ metadata, lastUsed }) =>
          expect.objectContaining({
            id: metadata.AccessKeyId,
            active: metadata.Status === "Active",
            createdAt: metadata.CreateDate?.toISOString(),
            lastUsed: expect.objectContaining({
              value: lastUsed
                ? {
                    at: lastUsed.LastUsedDate?.toISOString(),
                    service: lastUsed.ServiceName,
                    region: lastUsed.Region,
                  }
                : null,
            }),
          }),
        ),
      );
    }
  });

  it("counts what the server counted", () => {
    const counted = whole.snapshot.calls.map(({ count }) => count).reduce((a, b) => a + b, 0);
    expect(counted).toBe(server.calls.count());
  });

  it("says the same twice", async () => {
    const again = await scan(server.url, { now: clock });
    expect(JSON.stringify(again.snapshot)).toBe(JSON.stringify(whole.snapshot));
  });

  it("tells who, where and how far", () => {
    const types = whole.events.map(({ type }) => type);
    expect(types.slice(0, 1)).toEqual(["identified"]);
    expect(types.filter((type) => type === "planned")).toHaveLength(1);
    expect(whole.events).toContainEqual({
      type: "progress",
      action: "kinesis:DescribeStreamSummary",
      region: "us-east-1",
      done: facts.regions["us-east-1"]?.streams.length,
      total: facts.regions["us-east-1"]?.streams.length,
    });
  });
});

describe("a scan of the demo account with its faults", () => {
  it("misses exactly what was denied, by name", async () => {
    for (const fault of demoFaults) server.faults.add(fault);
    const { snapshot, events } = await scan(server.url);
    server.faults.clear();

    const denied = gapsIn(snapshot).filter(({ reason }) => reason === "access-denied");
    for (const { operation, match } of demoFaults) {
      const prefix = operation.replace("*", "");
      expect(
        denied.some(({ action, resource }) => action.startsWith(prefix) && resource?.includes(match)),
      ).toBe(true);
    }
    expect(denied.every(({ resource }) => demoFaults.some(({ match }) => resource?.includes(match)))).toBe(
      true,
    );
    for (const gap of denied) expect(events).toContainEqual({ type: "gap", gap });
  });
});

function account(): AccountSnapshot {
  return given(whole.snapshot.accounts[0], "account");
}

function regionOf(name: string): RegionSnapshot {
  return given(
    account().regions.find(({ region }) => region === name),
    name,
  );
}

function value<T>(observed: Observed<T>): T {
  if (!observed.known) throw new TypeError(observed.gap.message);
  return observed.value;
}
