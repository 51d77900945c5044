import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Fault } from "@/lib/demo/wire/faults";
import { startWireServer, type WireServer } from "@/lib/demo/wire/start-wire-server";
import { buildTestAccount, buildTestStream, streamArn } from "@/lib/demo/wire/test-account";
import type { RegionSnapshot } from "@/lib/model/snapshot";
import { given, scan } from "@/lib/scan/test-scan";

const json = "application/x-amz-json-1.1";
const region = "eu-central-1";

let server: WireServer;

beforeAll(async () => {
  server = await startWireServer(buildTestAccount());
});
beforeEach(() => server.setAccount(buildTestAccount()));
afterEach(() => server.faults.clear());
afterAll(() => server.close());

describe("a list of streams", () => {
  it("is followed by the last name where there is no token, as with moto", async () => {
    reply("kinesis:ListStreams", { StreamNames: ["clicks"], HasMoreStreams: true }, { times: 1 });
    const { streams } = await scanRegion();
    expect(streams).toMatchObject({ value: [{ name: "clicks" }, { name: "payments" }] });
  });

  it("survives an empty page in the middle", async () => {
    reply("kinesis:ListStreams", { StreamNames: [], HasMoreStreams: true, NextToken: "x" }, { times: 1 });
    server.faults.add({
      operation: "kinesis:ListStreams",
      kind: "raw-body",
      body: JSON.stringify({ StreamNames: ["payments"], HasMoreStreams: false }),
      contentType: json,
      match: '"NextToken":"x"',
    });
    expect((await scanRegion()).streams).toMatchObject({ value: [{ name: "payments" }] });
  });

  it.each([
    { what: "the same page", body: { StreamNames: ["payments"], HasMoreStreams: true } },
    { what: "the same token", body: { StreamNames: ["a"], HasMoreStreams: true, NextToken: "t" } },
    { what: "nothing but tokens", body: { StreamNames: [], HasMoreStreams: true, NextToken: "t" } },
    { what: "no way on", body: { StreamNames: [], HasMoreStreams: true } },
  ])("that sends $what over and over is a gap, not a loop", async ({ body }) => {
    reply("kinesis:ListStreams", body);
    expect((await scanRegion()).streams).toMatchObject({ known: false, gap: { reason: "malformed" } });
  });
});

describe("a stream", () => {
  it.each([
    { face: "{}", body: { Policy: "{}" } },
    { face: "empty text", body: { Policy: "" } },
    {
      face: "no such policy",
      body: { __type: "ResourceNotFoundException", message: "No resource policy exists for it" },
      status: 400,
    },
  ])("has no policy when Kinesis says $face", async ({ body, status = 200 }) => {
    reply("kinesis:GetResourcePolicy", body, { status });
    expect(streamOf(await scanRegion(), "payments")).toMatchObject({
      resourcePolicy: { known: true, value: null },
    });
  });

  it("is not without policy when Kinesis does not know the stream", async () => {
    reply(
      "kinesis:GetResourcePolicy",
      { __type: "ResourceNotFoundException", message: "Stream payments under account 1 not found." },
      { status: 400 },
    );
    expect(streamOf(await scanRegion(), "payments")).toMatchObject({
      resourcePolicy: { known: false, gap: { reason: "unexpected" } },
    });
  });

  it.each(["EncryptionType", "KeyId", "RetentionPeriodHours", "StreamModeDetails", "OpenShardCount"])(
    "has a gap, and no default, where the answer lacks %s",
    async (member) => {
      const { summary } = buildTestStream("payments");
      reply(
        "kinesis:DescribeStreamSummary",
        {
          StreamDescriptionSummary: {
            ...summary,
            ChannelCount: 0,
            StreamCreationTimestamp: 1_772_600_000,
            [member]: undefined,
          },
        },
        { match: "payments" },
      );
      const stream = streamOf(await scanRegion(), "payments");
      const missing = Object.values(stream).filter(
        (fact) => typeof fact === "object" && "known" in fact && !fact.known,
      );
      expect(missing).toEqual([
        {
          known: false,
          gap: expect.objectContaining({ reason: "empty", message: expect.stringContaining(member) }),
        },
      ]);
    },
  );

  it("lists its consumers where their number is missing", async () => {
    const { summary } = buildTestStream("payments");
    reply(
      "kinesis:DescribeStreamSummary",
      {
        StreamDescriptionSummary: {
          ...summary,
          StreamCreationTimestamp: 1_772_600_000,
          ConsumerCount: undefined,
        },
      },
      { match: "payments" },
    );
    const { consumers } = streamOf(await scanRegion(), "payments");
    expect(consumers).toMatchObject({ value: [{ name: "fraud" }, { name: "ledger" }] });
  });

  it("that was deleted during the scan is left out, and said", async () => {
    reply(
      "kinesis:ListStreams",
      { StreamNames: ["clicks", "gone", "payments"], HasMoreStreams: false },
      { times: 1 },
    );
    const { snapshot, events } = await scan(server.url, { request: { regions: [region] } });
    expect(snapshot.accounts[0]?.regions[0]?.streams).toMatchObject({
      value: [{ name: "clicks" }, { name: "payments" }],
    });
    expect(events).toContainEqual({
      type: "gap",
      gap: expect.objectContaining({
        resource: streamArn("gone"),
        message: expect.stringContaining("deleted"),
      }),
    });
  });

  it("that is still listed stays, with its gaps, though Kinesis does not know it", async () => {
    reply("kinesis:ListStreams", { StreamNames: ["gone"], HasMoreStreams: false });
    expect(streamOf(await scanRegion(), "gone")).toMatchObject({
      arn: streamArn("gone"),
      encryption: { known: false },
    });
  });

  it("takes its tags from Kinesis where the tagging API does not cover it", async () => {
    reply("tag:GetResources", { ResourceTagMappingList: [], PaginationToken: "" });
    expect(streamOf(await scanRegion(), "payments")).toMatchObject({
      tags: { value: { owner: "payments" }, read: { action: "kinesis:ListTagsForStream" } },
    });
  });
});

function reply(
  operation: string,
  body: object,
  { status = 200, ...scope }: Pick<Fault, "times" | "match"> & { readonly status?: number } = {},
): void {
  server.faults.add({
    operation,
    kind: "raw-body",
    body: JSON.stringify(body),
    status,
    contentType: json,
    ...scope,
  });
}

async function scanRegion(): Promise<RegionSnapshot> {
  const { snapshot } = await scan(server.url, { request: { regions: [region] } });
  return given(snapshot.accounts[0]?.regions[0], "Region");
}

function streamOf({ streams }: RegionSnapshot, name: string) {
  const stream = streams.known ? streams.value.find((one) => one.name === name) : undefined;
  return given(stream, name);
}
