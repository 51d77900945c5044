import { describe, expect, it } from "vitest";
import { endpointPolicyNarrow } from "@/lib/checks/endpoint-policy-narrow";
import { grantsMatchStreams } from "@/lib/checks/grants-match-streams";
import { noFullAccessToEveryStream } from "@/lib/checks/no-full-access-to-every-stream";
import { recordsByNameOnly } from "@/lib/checks/records-by-name-only";
import { rolesAssumedByKnownPrincipals } from "@/lib/checks/roles-assumed-by-known-principals";
import { verdictsIn } from "@/lib/checks/test-access";
import { identityExamples } from "@/lib/checks/test-published-examples";
import { writersCannotRead } from "@/lib/checks/writers-cannot-read";
import { accessIn, heldOn, plainStream, roleWith, streamArnOf } from "@/lib/kinesis/access/test-account";
import type { Check } from "@/lib/model/check";
import { documentOf } from "@/lib/model/test-iam";
import { accountId, read, region, strangeAccountId } from "@/lib/model/test-place";
import { buildChannel, buildConsumer } from "@/lib/model/test-stream";
import { buildEndpoint } from "@/lib/model/test-network";

const stream1 = streamArnOf("stream1");
const consumerArn = `${stream1}/consumer/billing:1767225600`;
const consumer = buildConsumer({ arn: consumerArn });
const channel = buildChannel({ streamArns: [stream1] });
const streams = [plainStream("orders"), plainStream("stream1", { consumers: read([consumer]) })];
const partnerRole = `arn:aws:iam::${strangeAccountId}:role/partner`;

function accessOf(statements: readonly object[]) {
  return accessIn({
    streams,
    roles: [roleWith("someone", statements)],
    place: { channels: read([channel]) },
  });
}

function statusOf(check: Check, statements: readonly object[], name: string): string {
  const verdicts = verdictsIn(check, { streams, roles: [roleWith("someone", statements)] });
  const found = verdicts.find(({ subject }) => subject.id === streamArnOf(name)) ?? verdicts[0];
  return found ? `${found.status} ${found.status === "fail" ? found.severity : ""}`.trim() : "none";
}

function exampleOf(number: string): readonly object[] {
  return identityExamples.find(({ name }) => name.startsWith(`${number}:`))?.statements ?? [];
}

describe("an example that AWS prints", () => {
  it.each(identityExamples)("$name", ({ statements, onStream1, onOrders }) => {
    const access = accessOf(statements);
    const words = (duties: readonly string[]) => duties.map((duty) => `someone ${duty}`);
    expect(heldOn(access, "stream1")).toEqual(words(onStream1));
    expect(heldOn(access)).toEqual(words(onOrders));
  });

  const actorsOf = (number: string, action: string, arn: string) =>
    accessOf(exampleOf(number)).actors(action, arn).length;

  it("7.3 covers no consumer of its stream and no channel, 7.4 the consumers, 7.20 both", () => {
    expect(
      ["7.3", "7.4", "7.20"].map((each) => actorsOf(each, "kinesis:SubscribeToShard", consumerArn)),
    ).toEqual([0, 1, 1]);
    expect(
      ["7.3", "7.4", "7.20"].map((each) => actorsOf(each, "kinesis:DeleteChannel", channel.arn)),
    ).toEqual([0, 0, 1]);
  });

  it.each([
    ["7.1", "pass", "pass"],
    ["7.2", "fail high", "fail high"],
    ["7.4", "pass", "pass"],
    ["7.18", "fail high", "fail high"],
    ["7.19", "fail high", "fail high"],
  ])("%s by the breadth of its names: %s", (number, onStream1, onOrders) => {
    const statements = exampleOf(number);
    expect(statusOf(recordsByNameOnly, statements, "stream1")).toBe(onStream1);
    expect(statusOf(recordsByNameOnly, statements, "orders")).toBe(onOrders);
  });

  it.each(["7.4", "7.20"])("%s is full access to every stream, said once", (number) => {
    expect(statusOf(noFullAccessToEveryStream, exampleOf(number), region)).toBe("fail critical");
  });

  it.each(["7.9", "7.10"])("%s names what cannot exist", (number) => {
    const [verdict] = verdictsIn(grantsMatchStreams, {
      streams,
      roles: [roleWith("someone", exampleOf(number))],
    });
    expect(verdict?.causes.map(({ label }) => label)).toEqual([
      expect.stringContaining("lacks stream/ before the name"),
    ]);
  });

  it("7.17 lets who writes read", () => {
    expect(statusOf(writersCannotRead, exampleOf("7.17"), "stream1")).toBe("fail high");
    expect(statusOf(writersCannotRead, exampleOf("7.12"), "stream1")).toBe("pass");
  });
});

describe("an example of a stream's policy", () => {
  const shared = (
    stream: readonly string[],
    ofConsumer?: readonly string[],
    principal = strangeAccountId,
  ) => {
    const policyOf = (actions: readonly string[], Resource: string) =>
      read(
        documentOf({ Principal: { AWS: principal }, Action: actions, Resource }),
        "kinesis:GetResourcePolicy",
      );
    const consumers = ofConsumer
      ? [buildConsumer({ arn: consumerArn, resourcePolicy: policyOf(ofConsumer, consumerArn) })]
      : [];
    const resourcePolicy = policyOf(stream, stream1);
    return heldOn(
      accessIn({ streams: [plainStream("stream1", { resourcePolicy, consumers: read(consumers) })] }),
      "stream1",
    );
  };
  const describes = ["kinesis:DescribeStreamSummary", "kinesis:ListShards"];

  it.each([
    ["7.5: write", [...describes, "kinesis:PutRecord", "kinesis:PutRecords"], "produce"],
    ["7.6: read", [...describes, "kinesis:GetRecords", "kinesis:GetShardIterator"], "consume"],
  ])("%s", (_name, actions, duty) => {
    expect(shared(actions)).toEqual([`${strangeAccountId} ${duty} conditional`]);
  });

  it("7.7: enhanced fan-out takes both policies, of the stream and of the consumer", () => {
    const fanOut = ["kinesis:DescribeStreamConsumer", "kinesis:SubscribeToShard"];
    expect(shared(describes, fanOut, partnerRole)).toEqual(["partner consume conditional"]);
    expect(shared(describes, undefined, partnerRole)).toEqual([]);
  });

  it("7.8: another account's Lambda function", () => {
    const actions = [
      ...describes,
      "kinesis:DescribeStream",
      "kinesis:GetRecords",
      "kinesis:GetShardIterator",
    ];
    expect(shared(actions, undefined, partnerRole)).toEqual(["partner consume conditional"]);
  });
});

describe("an example of an endpoint's policy", () => {
  const judged = (statement: object) => {
    const policy = read(documentOf({ Principal: "*", ...statement }), "ec2:DescribeVpcEndpoints");
    const vpcEndpoints = read([buildEndpoint({ policy })], "ec2:DescribeVpcEndpoints");
    return verdictsIn(endpointPolicyNarrow, { streams, region: { vpcEndpoints } })[0]?.status;
  };

  it("7.13: reading metadata only is narrower than full access", () => {
    expect(judged({ Action: ["kinesis:List*", "kinesis:Describe*"], Resource: "*" })).toBe("pass");
  });

  it("7.14: everything on one stream is, too", () => {
    expect(judged({ Action: "kinesis:*", Resource: stream1 })).toBe("pass");
  });

  it("neither holds of everything on everything", () => {
    expect(judged({ Action: "kinesis:*", Resource: "*" })).toBe("fail");
  });
});

describe("the example of a channel's trust policy", () => {
  const statusBy = (Condition?: object) => {
    const trustPolicy = documentOf({
      Principal: { Service: "kinesis.amazonaws.com" },
      Action: "sts:AssumeRole",
      ...(Condition && { Condition }),
    });
    const delivering = roleWith("delivery", [], { trustPolicy });
    const made = buildChannel({
      streamArns: [stream1],
      roleArn: read(delivering.arn, "kinesis:DescribeChannel"),
    });
    const verdicts = verdictsIn(rolesAssumedByKnownPrincipals, {
      streams,
      roles: [delivering],
      region: { channels: read([made]) },
    });
    const found = verdicts.find(({ subject }) => subject.id === stream1);
    return `${found?.status} ${found?.severity}`;
  };

  it("7.16: names its account, and is a finding where it does not", () => {
    expect(statusBy({ StringEquals: { "aws:SourceAccount": accountId } })).toMatch(/^pass/);
    expect(statusBy()).toBe("fail low");
  });
});
