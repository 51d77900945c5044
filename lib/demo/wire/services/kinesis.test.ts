import {
  DescribeStreamSummaryCommand,
  GetResourcePolicyCommand,
  ListStreamConsumersCommand,
  ListStreamsCommand,
  ListTagsForStreamCommand,
} from "@aws-sdk/client-kinesis";
import { describe, expect, it } from "vitest";
import {
  accountId,
  buildTestAccount,
  buildTestConsumer,
  buildTestRegion,
  buildTestStream,
  streamArn,
} from "../test-account";
import { answered, errorName, useWireServer } from "../test-clients";

const consumers = Array.from({ length: 101 }, (_, index) => buildTestConsumer("busy", `consumer-${index}`));
const tags = Object.fromEntries(
  Array.from({ length: 50 }, (_, index) => [`key-${index + 10}`, `value ${index}`]),
);
const region = buildTestRegion();
const account = buildTestAccount({
  regions: {
    "eu-central-1": { ...region, streams: [...region.streams, buildTestStream("busy", { consumers, tags })] },
  },
});
const [payments, clicks] = region.streams;
const wire = useWireServer(account);
const kinesis = () => wire.clients.kinesis;

describe("ListStreams", () => {
  it("answers names and summaries in the order of the names", async () => {
    const page = answered(await kinesis().send(new ListStreamsCommand({})));
    expect(page.StreamNames).toEqual(["busy", "clicks", "payments"]);
    expect(page.HasMoreStreams).toBe(false);
    expect(page.NextToken).toBeUndefined();
    const { StreamName, StreamARN, StreamStatus, StreamModeDetails, StreamCreationTimestamp } =
      clicks!.summary;
    const summary = { StreamName, StreamARN, StreamStatus, StreamModeDetails, StreamCreationTimestamp };
    expect(page.StreamSummaries?.[1]).toEqual(summary);
  });

  it("goes on by token and by the last name alike", async () => {
    const first = await kinesis().send(new ListStreamsCommand({ Limit: 2 }));
    expect(first).toMatchObject({ StreamNames: ["busy", "clicks"], HasMoreStreams: true });
    for (const next of [{ NextToken: first.NextToken }, { ExclusiveStartStreamName: "clicks" }]) {
      const page = await kinesis().send(new ListStreamsCommand({ ...next, Limit: 2 }));
      expect(page).toMatchObject({ StreamNames: ["payments"], HasMoreStreams: false });
    }
  });

  it("is empty after the last name", async () => {
    const page = await kinesis().send(new ListStreamsCommand({ ExclusiveStartStreamName: "zzz" }));
    expect(page).toMatchObject({ StreamNames: [], StreamSummaries: [], HasMoreStreams: false });
  });

  it.each([{ Limit: 0 }, { Limit: 10_001 }, { NextToken: "garbage" }])("refuses %j", async (input) => {
    expect(await errorName(kinesis().send(new ListStreamsCommand(input)))).toBe("InvalidArgumentException");
  });
});

describe("DescribeStreamSummary", () => {
  it.each([{ StreamName: "payments" }, { StreamARN: streamArn("payments") }])("finds %j", async (input) => {
    const answer = answered(await kinesis().send(new DescribeStreamSummaryCommand(input)));
    expect(answer).toEqual({ StreamDescriptionSummary: payments!.summary });
  });

  it.each([
    { input: { StreamName: "gone" }, name: "ResourceNotFoundException" },
    { input: { StreamARN: streamArn("gone") }, name: "ResourceNotFoundException" },
    { input: { StreamName: "clicks", StreamARN: streamArn("payments") }, name: "ResourceNotFoundException" },
    { input: {}, name: "InvalidArgumentException" },
  ])("answers $name for $input", async ({ input, name }) => {
    expect(await errorName(kinesis().send(new DescribeStreamSummaryCommand(input)))).toBe(name);
  });
});

describe("GetResourcePolicy", () => {
  const policyOf = async (ResourceARN: string) =>
    answered(await kinesis().send(new GetResourcePolicyCommand({ ResourceARN })));

  it("answers the policies of streams and consumers as plain text, and {} where there is none", async () => {
    expect(await policyOf(streamArn("payments"))).toEqual({ Policy: payments!.resourcePolicy });
    expect(await policyOf(payments!.consumers[0]!.ConsumerARN ?? "")).toEqual({ Policy: "{}" });
    expect(await policyOf(payments!.consumers[1]!.ConsumerARN ?? "")).toEqual({ Policy: "{}" });
    expect(await policyOf(streamArn("clicks"))).toEqual({ Policy: "{}" });
  });

  it.each([streamArn("gone"), `${streamArn("payments")}/consumer/gone:1`])(
    "does not find %s",
    async (ResourceARN) => {
      const call = kinesis().send(new GetResourcePolicyCommand({ ResourceARN }));
      await expect(call).rejects.toMatchObject({ name: "ResourceNotFoundException" });
    },
  );

  it("names the missing stream and the account", async () => {
    await expect(policyOf(streamArn("gone"))).rejects.toThrow(
      `Stream gone under account ${accountId} not found.`,
    );
  });
});

describe("ListStreamConsumers", () => {
  it("answers what the account holds, without the policies", async () => {
    const answer = answered(
      await kinesis().send(new ListStreamConsumersCommand({ StreamARN: streamArn("payments") })),
    );
    const expected = payments!.consumers.map((consumer) =>
      Object.assign({}, consumer, { resourcePolicy: undefined }),
    );
    expect(answer).toEqual({ Consumers: expected });
  });

  it("pages by 100", async () => {
    const StreamARN = streamArn("busy");
    const first = await kinesis().send(new ListStreamConsumersCommand({ StreamARN, MaxResults: 500 }));
    expect(first.Consumers).toHaveLength(100);
    const last = await kinesis().send(
      new ListStreamConsumersCommand({ StreamARN, NextToken: first.NextToken }),
    );
    expect(answered(last)).toEqual({ Consumers: consumers.slice(100) });
  });

  it("takes no token of another stream", async () => {
    const { NextToken } = await kinesis().send(
      new ListStreamConsumersCommand({ StreamARN: streamArn("busy") }),
    );
    const call = kinesis().send(
      new ListStreamConsumersCommand({ StreamARN: streamArn("payments"), NextToken }),
    );
    expect(await errorName(call)).toBe("InvalidArgumentException");
  });
});

describe("ListTagsForStream", () => {
  it("answers all tags by key", async () => {
    const answer = answered(await kinesis().send(new ListTagsForStreamCommand({ StreamName: "payments" })));
    const expected = [
      { Key: "owner", Value: "payments" },
      { Key: "stage", Value: 'prod "1"' },
    ];
    expect(answer).toEqual({ Tags: expected, HasMoreTags: false });
  });

  it("goes on after the last key", async () => {
    const first = await kinesis().send(new ListTagsForStreamCommand({ StreamName: "busy", Limit: 49 }));
    expect(first.HasMoreTags).toBe(true);
    const rest = { StreamName: "busy", ExclusiveStartTagKey: first.Tags?.at(-1)?.Key };
    const last = await kinesis().send(new ListTagsForStreamCommand(rest));
    expect(answered(last)).toEqual({ Tags: [{ Key: "key-59", Value: "value 49" }], HasMoreTags: false });
  });
});
