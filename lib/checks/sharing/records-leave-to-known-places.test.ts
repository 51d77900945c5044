import { describe, expect, it } from "vitest";
import type { Channel } from "@/lib/model/channel";
import type { DeliveryStream } from "@/lib/model/delivery-stream";
import type { Pipe } from "@/lib/model/pipe";
import type { AuditSettings } from "@/lib/model/settings";
import type { AccountSnapshot, RegionSnapshot } from "@/lib/model/snapshot";
import {
  accountId,
  denied,
  deniedGap,
  memberAccountId,
  read,
  region,
  strangeAccountId,
} from "@/lib/model/test-place";
import { streamArn } from "@/lib/model/test-stream";
import { recordsLeaveToKnownPlaces } from "@/lib/checks/sharing/records-leave-to-known-places";
import { verdictOf } from "@/lib/checks/test-verdicts";

const bucket = "arn:aws:s3:::lake";

function channel(change: Partial<Channel> = {}): Channel {
  return {
    arn: `arn:aws:kinesis:${region}:${accountId}:channel/lake`,
    name: "lake",
    status: "ACTIVE",
    destinationType: "S3",
    streamArns: [streamArn],
    roleArn: read("arn:aws:iam::111122223333:role/lake"),
    bucketArn: bucket,
    expectedBucketOwner: read(accountId),
    tableBucketArns: read([]),
    deadLetterBucket: read(null),
    ...change,
  };
}

function delivery(
  places: { arns?: string[]; hosts?: string[] },
  change: Partial<DeliveryStream> = {},
): DeliveryStream {
  return {
    arn: `arn:aws:firehose:${region}:${accountId}:deliverystream/out`,
    name: "out",
    status: read("ACTIVE"),
    streamArn: read(streamArn),
    roleArn: read("arn:aws:iam::111122223333:role/out"),
    destinations: read([{ kind: "s3", arns: [], hosts: [], ...places }]),
    ...change,
  };
}

function pipe(change: Partial<Pipe> = {}): Pipe {
  return {
    arn: `arn:aws:pipes:${region}:${accountId}:pipe/on`,
    name: "on",
    state: "RUNNING",
    streamArn,
    targetArn: `arn:aws:sqs:${region}:${accountId}:queue`,
    enrichmentArn: read(null),
    roleArn: read("arn:aws:iam::111122223333:role/on"),
    ...change,
  };
}

interface Change {
  readonly account?: Partial<AccountSnapshot>;
  readonly settings?: Partial<AuditSettings>;
}

const verdictOn = (parts: Partial<RegionSnapshot>, change: Change = {}) =>
  verdictOf(recordsLeaveToKnownPlaces, { region: parts, ...change });

describe("passes", () => {
  it("where nothing carries records away", () => {
    expect(verdictOn({})).toMatchObject({
      status: "pass",
      evidence: "None: no channel, delivery stream or pipe reads the stream.",
    });
  });

  it("with places of this account and the organization", () => {
    const channels = read([channel(), channel({ expectedBucketOwner: read(memberAccountId) })]);
    const catalog = `arn:aws:glue:${region}:${memberAccountId}:catalog`;
    const deliveryStreams = read([delivery({ arns: [catalog] })]);
    expect(verdictOn({ channels, deliveryStreams, pipes: read([pipe()]) }).status).toBe("pass");
  });

  it("with declared accounts, buckets and hosts", () => {
    const deliveryStreams = read([delivery({ arns: [bucket], hosts: ["in.vendor.example"] })]);
    const channels = read([channel({ expectedBucketOwner: read(strangeAccountId) })]);
    const settings = { knownDestinations: ["lake", "in.vendor.example"] };
    expect(verdictOn({ deliveryStreams, channels }, { settings }).status).toBe("pass");
    const knownAccountIds = [strangeAccountId];
    expect(verdictOn({ channels }, { settings: { knownAccountIds } }).status).toBe("pass");
  });

  it("whatever carries records of other streams", () => {
    const other = streamArn.replace("orders", "other");
    const parts = {
      channels: read([channel({ streamArns: [other], expectedBucketOwner: read(strangeAccountId) })]),
      deliveryStreams: read([delivery({ hosts: ["in.vendor.example"] }, { streamArn: read(other) })]),
      pipes: read([pipe({ streamArn: other, targetArn: `arn:aws:sqs:${region}:${strangeAccountId}:q` })]),
    };
    expect(verdictOn(parts).status).toBe("pass");
  });

  it("and names the functions that Lambda reads it for", () => {
    const mapping = (sourceArn: string) => ({
      id: sourceArn,
      functionArn: `arn:aws:lambda:${region}:${accountId}:function:billing`,
      sourceArn,
    });
    const eventSourceMappings = read([mapping(streamArn), mapping(`${streamArn}/consumer/c:1`)]);
    expect(verdictOn({ eventSourceMappings }).evidence).toContain("Read by Lambda for billing.");
    expect(verdictOn({ eventSourceMappings: read([mapping(`${streamArn}-2`)]) }).evidence).not.toContain(
      "Lambda",
    );
  });
});

describe("fails", () => {
  it("for a channel to another's bucket, its dead letters included", () => {
    expect(
      verdictOn({ channels: read([channel({ expectedBucketOwner: read(strangeAccountId) })]) }),
    ).toMatchObject({
      status: "fail",
      severity: "high",
      evidence: `The channel lake delivers to ${bucket} of account ${strangeAccountId}, which is not known.`,
      causes: [{ kind: "setting", id: channel().arn }],
    });
    const deadLetterBucket = read({ arn: "arn:aws:s3:::dead", expectedOwner: strangeAccountId });
    expect(verdictOn({ channels: read([channel({ deadLetterBucket })]) }).evidence).toContain(
      "arn:aws:s3:::dead",
    );
    const tableBucketArns = read([`arn:aws:s3tables:${region}:${strangeAccountId}:bucket/t`]);
    expect(
      verdictOn({ channels: read([channel({ expectedBucketOwner: read(null), tableBucketArns })]) }).status,
    ).toBe("fail");
  });

  it("for a delivery stream to a host outside AWS, or to another's domain", () => {
    const deliveryStreams = read([delivery({ hosts: ["in.vendor.example"] })]);
    expect(verdictOn({ deliveryStreams }).evidence).toBe(
      "The delivery stream out delivers to in.vendor.example, outside AWS, which is not declared.",
    );
    const domain = `arn:aws:es:${region}:${strangeAccountId}:domain/logs`;
    expect(verdictOn({ deliveryStreams: read([delivery({ arns: [domain] })]) }).status).toBe("fail");
    expect(verdictOn({ deliveryStreams: read([delivery({ hosts: ["evil-amazonaws.com"] })]) }).status).toBe(
      "fail",
    );
  });

  it("for a pipe to another's target, or enriched by another's function", () => {
    const stranger = `arn:aws:lambda:${region}:${strangeAccountId}:function:f`;
    for (const change of [{ targetArn: stranger }, { enrichmentArn: read(stranger) }])
      expect(verdictOn({ pipes: read([pipe(change)]) }).evidence).toBe(
        `The pipe on delivers to ${stranger} of account ${strangeAccountId}, which is not known.`,
      );
  });

  it("once for each that carries, with all its places", () => {
    const deliveryStreams = read([delivery({ hosts: ["a.example", "b.example"] })]);
    expect(verdictOn({ deliveryStreams }).causes).toHaveLength(1);
  });
});

describe("is unknown", () => {
  it.each(["channels", "deliveryStreams", "pipes"] as const)("where %s were not read", (part) => {
    expect(verdictOn({ [part]: denied("x:List") })).toMatchObject({
      status: "unknown",
      gaps: [deniedGap("x:List")],
    });
  });

  it("where a place was not read", () => {
    const gap = denied("x:Describe");
    for (const parts of [
      { channels: read([channel({ expectedBucketOwner: gap })]) },
      { channels: read([channel({ deadLetterBucket: gap })]) },
      { channels: read([channel({ tableBucketArns: gap })]) },
      { deliveryStreams: read([delivery({}, { destinations: gap })]) },
      { deliveryStreams: read([delivery({}, { streamArn: gap })]) },
      { pipes: read([pipe({ enrichmentArn: gap })]) },
    ])
      expect(verdictOn(parts)).toMatchObject({ status: "unknown", gaps: [deniedGap("x:Describe")] });
  });

  it("where a bucket, an AWS host or an API destination does not say whose it is", () => {
    const apiDestination = `arn:aws:events:${region}:${accountId}:api-destination/crm/1`;
    for (const parts of [
      { deliveryStreams: read([delivery({ arns: [bucket] })]) },
      { deliveryStreams: read([delivery({ hosts: ["c.x.eu-central-1.redshift.amazonaws.com"] })]) },
      { pipes: read([pipe({ targetArn: apiDestination })]) },
    ])
      expect(verdictOn(parts)).toMatchObject({ status: "unknown", gaps: [{ reason: "not-collected" }] });
  });

  it("where the organization's accounts were not read", () => {
    const channels = read([channel({ expectedBucketOwner: read(strangeAccountId) })]);
    const account = { organizationAccountIds: denied("organizations:ListAccounts") };
    expect(verdictOn({ channels }, { account })).toMatchObject({
      status: "unknown",
      gaps: [{ action: "organizations:ListAccounts" }],
    });
  });
});
