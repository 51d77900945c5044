import { expect, it } from "vitest";
import { accessIn, plainStream, roleWith, streamArnOf } from "@/lib/kinesis/access/test-account";
import type { StreamAccess } from "@/lib/model/stream-access";
import { documentOf } from "@/lib/model/test-iam";
import { memberAccountId, read } from "@/lib/model/test-place";
import { buildConsumer } from "@/lib/model/test-stream";

const streams = ["orders", "orders-copy", "clicks"].map((name) => plainStream(name));
const namesOf = (arns: Iterable<string>) => [...arns].map((arn) => arn.slice(arn.lastIndexOf("/") + 1));

function grantsIn(access: StreamAccess): string[] {
  return access
    .grants()
    .map(
      ({ party, duty, index, streams: reached }) =>
        `${party.name} ${duty} #${index}: ${namesOf(reached).join(" ")}`,
    );
}

const grantsOf = (...statements: object[]) =>
  grantsIn(accessIn({ streams, roles: [roleWith("someone", statements)] }));

it("are the statements that take part in a duty, with the streams where they do", () => {
  const write = { Action: "kinesis:Put*", Resource: "arn:aws:kinesis:*:*:stream/orders*" };
  const other = { Action: "kinesis:PutRecord", Resource: streamArnOf("clicks") };
  expect(grantsOf(write, other)).toEqual([
    "someone share #0: orders orders-copy",
    "someone produce #0: orders orders-copy",
    "someone produce #1: clicks",
  ]);
});

it("count no half of a duty, and no stream that a Deny takes away", () => {
  const records = { Action: "kinesis:GetRecords", Resource: "*" };
  const iterator = { Action: "kinesis:GetShardIterator", Resource: "arn:aws:kinesis:*:*:stream/orders*" };
  const deny = { Effect: "Deny", Action: "kinesis:*", Resource: streamArnOf("orders-copy") };
  expect(grantsOf(records)).toEqual([]);
  expect(grantsOf(records, iterator, deny)).toEqual([
    "someone consume #0: orders",
    "someone consume #1: orders",
  ]);
});

it("reach a stream through its consumers", () => {
  const arn = `${streamArnOf("orders")}/consumer/billing:1`;
  const withConsumer = [
    plainStream("orders", { consumers: read([buildConsumer({ arn })]) }),
    plainStream("clicks"),
  ];
  const roles = [roleWith("fan", [{ Action: "kinesis:SubscribeToShard", Resource: "*" }])];
  expect(grantsIn(accessIn({ streams: withConsumer, roles }))).toEqual(["fan consume #0: orders"]);
});

it("carry the statement as it is written, and the document's name where it could not be read", () => {
  const [grant] = accessIn({
    streams,
    roles: [roleWith("a", [{ NotAction: "s3:*", NotResource: "x" }])],
  }).grants();
  expect(grant?.statement).toMatchObject({ notActions: ["s3:*"], notResources: ["x"], conditions: [] });
  const broken = roleWith("b", [], { inlinePolicies: [{ name: "own", document: "{" }] });
  const unread = accessIn({ streams, roles: [broken] }).grants();
  expect(unread.map(({ statement, index }) => [statement, index])).toEqual(
    unread.map(() => [undefined, undefined]),
  );
  expect(unread.length).toBeGreaterThan(0);
});

it("come from resource policies, too", () => {
  const Principal = { AWS: `arn:aws:iam::${memberAccountId}:root` };
  const policy = documentOf({ Principal, Action: "kinesis:PutRecord", Resource: streamArnOf("orders") });
  const resourcePolicy = read(policy, "kinesis:GetResourcePolicy");
  const access = accessIn({ streams: [plainStream("orders", { resourcePolicy }), plainStream("clicks")] });
  expect(grantsIn(access)).toEqual([`${memberAccountId} produce #0: orders`]);
  expect(access.grantsOn(streamArnOf("orders"))).toHaveLength(1);
  expect(access.grantsOn(streamArnOf("clicks"))).toEqual([]);
  expect(access.grants()[0]?.streams.size).toBe(1);
});

it("say who may do one action", () => {
  const source = { Condition: { StringEquals: { "aws:SourceVpce": "vpce-1" } } };
  const remove = { Action: "kinesis:DeleteStream", Resource: streamArnOf("orders") };
  const roles = [
    roleWith("sure", [remove]),
    roleWith("perhaps", [{ ...remove, ...source }]),
    roleWith("never", []),
  ];
  const actors = accessIn({ streams, roles }).actors("kinesis:DeleteStream", streamArnOf("orders"));
  expect(actors.map(({ party, isSure }) => [party.name, isSure])).toEqual([
    ["perhaps", false],
    ["sure", true],
  ]);
});
