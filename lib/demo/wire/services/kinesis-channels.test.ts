import { DescribeChannelCommand, ListChannelsCommand } from "@aws-sdk/client-kinesis";
import { describe, expect, it } from "vitest";
import { buildTestAccount, buildTestRegion, streamArn } from "../test-account";
import { testChannels } from "../test-channels";
import { answered, errorName, useWireServer } from "../test-clients";

const wire = useWireServer(buildTestAccount());
const list = async (input: object = {}) =>
  answered(await wire.clients.kinesis.send(new ListChannelsCommand(input)));

describe("ListChannels", () => {
  it("answers where each delivers to and what, and no bucket", async () => {
    const { ChannelSummaries: channels } = await list();
    expect(channels?.map(({ ChannelARN }) => ChannelARN)).toEqual(
      testChannels.map(({ ChannelARN }) => ChannelARN),
    );
    expect(channels?.map(({ ChannelDestinationType }) => ChannelDestinationType)).toEqual([
      "S3",
      "S3_TABLES",
    ]);
    expect(channels?.[1]?.Streams?.map(({ StreamARN }) => StreamARN)).toEqual([
      streamArn("clicks"),
      streamArn("payments"),
    ]);
    expect(JSON.stringify(channels)).not.toContain("arn:aws:s3");
  });

  it("keeps to the streams named", async () => {
    const { ChannelSummaries: channels } = await list({ StreamFilter: [{ StreamARN: streamArn("clicks") }] });
    expect(channels?.map(({ ChannelName }) => ChannelName)).toEqual(["tables"]);
  });

  it("pages by 100 at most", async () => {
    const channels = Array.from({ length: 101 }, (_, index) => ({
      ...testChannels[0],
      ChannelARN: `arn:${index}`,
    }));
    wire.server.setAccount(buildTestAccount({ regions: { "eu-central-1": buildTestRegion({ channels }) } }));
    const first = await list();
    expect(first.ChannelSummaries).toHaveLength(100);
    const last = await list({ NextToken: first.NextToken });
    expect(last.ChannelSummaries?.map(({ ChannelARN }) => ChannelARN)).toEqual(["arn:100"]);
    expect(last.NextToken).toBeUndefined();
    expect(await errorName(list({ MaxResults: 101 }))).toBe("InvalidArgumentException");
    expect(await errorName(list({ NextToken: "x" }))).toBe("InvalidArgumentException");
  });
});

describe("DescribeChannel", () => {
  it.each(testChannels)("answers the whole of $ChannelName", async (channel) => {
    const command = new DescribeChannelCommand({ ChannelARN: channel.ChannelARN });
    expect(answered(await wire.clients.kinesis.send(command))).toEqual({ ChannelDescription: channel });
  });

  it("knows no channel by another ARN", async () => {
    const call = wire.clients.kinesis.send(new DescribeChannelCommand({ ChannelARN: "arn:none" }));
    expect(await errorName(call)).toBe("ResourceNotFoundException");
  });
});
