import type { ChannelDescription } from "@aws-sdk/client-kinesis";
import type { GrantListEntry } from "@aws-sdk/client-kms";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startWireServer, type WireServer } from "@/lib/demo/wire/start-wire-server";
import {
  accountId,
  buildTestAccount,
  buildTestRegion,
  keyArn,
  streamArn,
} from "@/lib/demo/wire/test-account";
import { testChannels } from "@/lib/demo/wire/test-channels";
import type { Channel } from "@/lib/model/channel";
import { scanWith } from "@/lib/scan/test-changed-account";
import { gapsIn, given } from "@/lib/scan/test-scan";

const [toBucket, toTables] = testChannels;
let server: WireServer;

beforeAll(async () => {
  server = await startWireServer(buildTestAccount());
});
afterAll(() => server.close());

describe("grants on a key", () => {
  const grantsOf = async (grants: readonly GrantListEntry[]) => {
    const [key, ...others] = buildTestRegion().keys;
    const changed = { ...given(key, "key"), grants };
    const { region: read } = await scanWith(server, { region: { keys: [changed, ...others] } });
    return read.keys.known ? read.keys.value[0]?.grants : undefined;
  };
  const grant = {
    KeyId: keyArn,
    GrantId: "b",
    GranteePrincipal: `arn:aws:iam::${accountId}:role/x`,
    Operations: ["Decrypt"],
  } satisfies GrantListEntry;

  it("keep what bounds them", async () => {
    const service = {
      KeyId: keyArn,
      GrantId: "a",
      Name: "queue",
      GranteeServicePrincipal: "sqs.amazonaws.com",
      RetiringPrincipal: "arn:aws:iam::1:root",
      Operations: ["Decrypt", "GenerateDataKey"],
      CreationDate: new Date("2026-03-04T05:06:07Z"),
      Constraints: {
        EncryptionContextEquals: { "aws:kinesis:arn": streamArn("payments") },
        SourceArn: "arn:aws:sqs:eu-central-1:1:q",
      },
    } satisfies GrantListEntry;
    expect(await grantsOf([grant, service])).toMatchObject({
      value: [
        {
          id: "a",
          name: "queue",
          granteePrincipal: "sqs.amazonaws.com",
          retiringPrincipal: "arn:aws:iam::1:root",
          operations: ["Decrypt", "GenerateDataKey"],
          encryptionContextEquals: { "aws:kinesis:arn": streamArn("payments") },
          sourceArn: "arn:aws:sqs:eu-central-1:1:q",
          createdAt: "2026-03-04T05:06:07.000Z",
        },
        { id: "b", granteePrincipal: grant.GranteePrincipal, operations: ["Decrypt"] },
      ],
    });
  });

  it("are read over all pages", async () => {
    const many = Array.from({ length: 250 }, (_, index) => ({ ...grant, GrantId: `g-${1000 + index}` }));
    const grants = await grantsOf(many);
    expect(grants?.known && grants.value.map(({ id }) => id)).toEqual(many.map(({ GrantId }) => GrantId));
  });

  it("are not known when one names nobody", async () => {
    const { GranteePrincipal: _nobody, ...nameless } = grant;
    expect(await grantsOf([grant, nameless])).toMatchObject({ known: false, gap: { reason: "malformed" } });
  });
});

describe("channels", () => {
  const channelsOf = async (...channels: readonly ChannelDescription[]): Promise<Channel[]> => {
    const { region: read } = await scanWith(server, { region: { channels } });
    if (!read.channels.known) throw new TypeError(read.channels.gap.message);
    return read.channels.value;
  };

  it("name the bucket and its owner, and the bucket for what could not be delivered", async () => {
    expect(await channelsOf(toBucket)).toMatchObject([
      {
        arn: toBucket.ChannelARN,
        name: "archive",
        status: "ACTIVE",
        destinationType: "S3",
        streamArns: [streamArn("payments")],
        roleArn: { value: `arn:aws:iam::${accountId}:role/deliver` },
        bucketArn: "arn:aws:s3:::elsewhere",
        expectedBucketOwner: { value: "999988887777" },
        tableBucketArns: { value: [] },
        deadLetterBucket: { value: { arn: "arn:aws:s3:::archive", expectedOwner: accountId } },
      },
    ]);
  });

  it("name the table buckets, whose ARNs name the owner", async () => {
    const [channel] = await channelsOf(toTables);
    expect(channel).toMatchObject({
      destinationType: "S3_TABLES",
      streamArns: [streamArn("clicks"), streamArn("payments")],
      expectedBucketOwner: { known: true, value: null },
      tableBucketArns: { value: [`arn:aws:s3tables:eu-central-1:${accountId}:bucket/lake`] },
    });
    expect(channel).not.toHaveProperty("bucketArn");
  });

  it("deliver to an owner that is not known where AWS names none, and nothing else is lost", async () => {
    const { S3DestinationConfiguration: destination } = toBucket;
    const storage = { ...destination.StorageConfiguration, ExpectedBucketOwner: undefined };
    const [channel] = await channelsOf({
      ...toBucket,
      S3DestinationConfiguration: { ...destination, StorageConfiguration: storage },
    });
    expect(channel).toMatchObject({
      bucketArn: "arn:aws:s3:::elsewhere",
      expectedBucketOwner: { known: false, gap: { reason: "empty", resource: toBucket.ChannelARN } },
    });
    expect(gapsIn(channel)).toHaveLength(1);
  });

  it("deliver nobody knows where when the description holds no destination", async () => {
    const { S3DestinationConfiguration: _destination, ...bare } = toBucket;
    const [channel] = await channelsOf(bare);
    expect(channel).toMatchObject({ roleArn: { known: true }, expectedBucketOwner: { known: false } });
    expect(gapsIn(channel).map(({ reason }) => reason)).toEqual(["empty", "empty", "empty"]);
  });

  it("are not known from the description of another", async () => {
    const { ChannelARN, ServiceExecutionRoleARN } = toTables;
    const body = JSON.stringify({ ChannelDescription: { ChannelARN, ServiceExecutionRoleARN } });
    server.faults.add({ operation: "kinesis:DescribeChannel", kind: "raw-body", body });
    const [channel] = await channelsOf(toBucket);
    server.faults.clear();
    expect(channel).toMatchObject({ roleArn: { known: false, gap: { reason: "malformed" } } });
  });
});
