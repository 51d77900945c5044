import { describe, expect, it } from "vitest";
import { buildAccessIndex } from "@/lib/iam/access-index/build-access-index";
import { countPlaces } from "@/lib/iam/access-index/resource-set";
import {
  account,
  actions,
  allow,
  deny,
  policy,
  reach,
  role,
  stream,
  unreadable,
  untagged,
  user,
} from "@/lib/iam/access-index/test-world";

const streams = [stream("orders"), stream("payments"), stream("paymentsold")];
const everything = allow("*");

describe("identity policies", () => {
  it("unite what they allow and take out what any of them denies", () => {
    const policies = [
      policy(allow("kinesis:Put*", "arn:aws:kinesis:*:*:stream/p*")),
      policy(allow("KINESIS:putrecord", streams[0]?.arn), deny("kinesis:*", "*old")),
    ];
    expect(reach(role("a", { policies }), "kinesis:PutRecord", streams)).toEqual(["orders", "payments"]);
    expect(reach(role("a", { policies }), "kinesis:GetRecords", streams)).toEqual([]);
  });

  it("cover everything but what NotAction and NotResource name", () => {
    const policies = [
      policy({ Effect: "Allow", NotAction: "kinesis:GetRecords", NotResource: "*/payments" }),
    ];
    expect(reach(role("a", { policies }), "kinesis:PutRecord", streams)).toEqual(["orders", "paymentsold"]);
    expect(reach(role("a", { policies }), "kinesis:GetRecords", streams)).toEqual([]);
    const early = [policy({ Effect: "Allow", Action: "*", NotResource: "arn:aws:kinesis" })];
    expect(reach(role("a", { policies: early }), "kinesis:PutRecord", streams.slice(0, 1))).toEqual([
      "orders?",
    ]);
    expect(reach(role("a", { policies: early }), "kinesis:UpdateShardCount", streams.slice(0, 1))).toEqual([
      "orders?",
    ]);
  });

  it("reach streams by ARN only perhaps, where AWS lists no resource type for the action", () => {
    const scoped = role("a", { policies: [policy(allow("kinesis:*", "arn:aws:kinesis:*:*:stream/o*"))] });
    expect(reach(scoped, "kinesis:UpdateShardCount", streams)).toEqual(["orders?"]);
    const wide = role("a", { policies: [policy(everything)] });
    expect(reach(wide, "kinesis:UpdateShardCount", streams)).toEqual(["orders", "payments", "paymentsold"]);
  });

  it("reach what has no resource by a bare star alone", () => {
    const nowhere = { arn: "*", kind: "any", accountId: account };
    const wide = role("a", { policies: [policy(everything)] });
    expect(reach(wide, "kinesis:ListStreams", [...streams, nowhere])).toEqual(["*"]);
    expect(reach(wide, "kinesis:ListStreams", streams)).toEqual([]);
    const scoped = role("a", { policies: [policy(allow("*", "arn:aws:kinesis:*"))] });
    expect(reach(scoped, "kinesis:ListStreams", [...streams, nowhere])).toEqual([]);
  });

  it("leave everything open where one cannot be read", () => {
    const open = role("a", { policies: [policy(allow("*", streams[0]?.arn)), unreadable] });
    expect(reach(open, "kinesis:PutRecord", streams)).toEqual(["orders?", "payments?", "paymentsold?"]);
  });
});

describe("conditions", () => {
  const tagged = [
    stream("blue", { tags: { team: "blue" } }),
    stream("red", { tags: { team: "red" } }),
    untagged("unread"),
  ];
  const when = (Condition: object) => [policy(allow("kinesis:*", "*", { Condition }))];

  it("on tags tell streams apart, and leave those open whose tags were not read", () => {
    const policies = when({ StringEquals: { "aws:ResourceTag/team": "blue" } });
    expect(reach(role("a", { policies }), "kinesis:PutRecord", tagged)).toEqual(["blue", "unread?"]);
  });

  it("compare the principal's tags with the stream's", () => {
    const policies = when({ StringEquals: { "aws:ResourceTag/team": "${aws:PrincipalTag/team}" } });
    const red = role("a", { policies, tags: { team: "red" } });
    expect(reach(red, "kinesis:PutRecord", tagged)).toEqual(["red", "unread?"]);
    expect(reach(role("a", { policies }), "kinesis:PutRecord", tagged)).toEqual(["unread?"]);
  });

  it("on what nobody knows leave everything open", () => {
    const policies = when({ IpAddress: { "aws:SourceIp": "192.0.2.0/24" } });
    expect(reach(role("a", { policies }), "kinesis:PutRecord", streams)).toEqual([
      "orders?",
      "payments?",
      "paymentsold?",
    ]);
  });

  it("settle organization, account and Region where the inventory knows them", () => {
    const known = [
      stream("a", { organizationId: "o-1" }),
      stream("b", { organizationId: null }),
      stream("c"),
    ];
    const policies = when({
      StringEquals: {
        "aws:ResourceOrgID": "${aws:PrincipalOrgID}",
        "aws:RequestedRegion": "eu-west-1",
        "aws:ResourceAccount": account,
      },
    });
    const inside = role("a", { policies, organizationId: "o-1" });
    expect(reach(inside, "kinesis:PutRecord", known)).toEqual(["a", "c?"]);
    const alone = role("a", { policies, organizationId: null });
    expect(reach(alone, "kinesis:PutRecord", known)).toEqual(["c?"]);
  });
});

describe("variables in resources", () => {
  it("stand for the principal, and match nothing where it has none", () => {
    const policies = [policy(allow("kinesis:*", "arn:aws:kinesis:*:*:stream/${aws:username}"))];
    expect(reach(user("orders", { policies }), "kinesis:PutRecord", streams)).toEqual(["orders"]);
    expect(reach(role("orders", { policies }), "kinesis:PutRecord", streams)).toEqual([]);
  });

  it("stand for the stream's own tags, stream by stream", () => {
    const own = [stream("a", { tags: { name: "a" } }), stream("b", { tags: { name: "a" } })];
    const policies = [policy(allow("kinesis:*", "arn:aws:kinesis:*:*:stream/${aws:ResourceTag/name}"))];
    expect(reach(role("r", { policies }), "kinesis:PutRecord", own)).toEqual(["a"]);
  });

  it("name one user by its id", () => {
    const policies = [
      policy(allow("*", "*", { Condition: { StringEquals: { "aws:userid": "AIDAEXAMPLE" } } })),
    ];
    const known = user("a", { policies, userId: "AIDAEXAMPLE" });
    expect(reach(known, "kinesis:PutRecord", streams.slice(0, 1))).toEqual(["orders"]);
    expect(reach(user("a", { policies }), "kinesis:PutRecord", streams.slice(0, 1))).toEqual(["orders?"]);
  });
});

describe("the index", () => {
  const readers = [
    role("sure", { policies: [policy(everything)] }),
    role("perhaps", {
      policies: [policy(allow("*", "*", { Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } }))],
    }),
    role("never"),
  ];
  const index = buildAccessIndex({ principals: readers, resources: streams, actions });

  it("names those whom a stream is open to", () => {
    expect([...index.holders("kinesis:GetRecords", index.resources[0]?.arn ?? "")]).toEqual([
      { principalArn: readers[0]?.arn, isSure: true },
      { principalArn: readers[1]?.arn, isSure: false },
    ]);
  });

  it("explains a triple by the policies as they were given", () => {
    const arn = index.resources[0]?.arn ?? "";
    expect(index.explain(readers[1]?.arn ?? "", "kinesis:GetRecords", arn)).toEqual({
      decision: "undetermined",
      statements: [{ policy: "test", index: 0, effect: "Allow" }],
      undeterminedKeys: ["aws:MultiFactorAuthPresent"],
    });
  });

  it("names boundary, SCP and resource policy in an explanation", () => {
    const named = (name: string, ...statements: object[]) => ({ ...policy(...statements), policy: name });
    const full = role("full", {
      policies: [named("identity", everything)],
      boundary: named("boundary", everything),
      scps: [[named("root", everything)], [named("unit", everything, deny("kinesis:PutRecord"))]],
    });
    const own = stream("own", {
      resourcePolicy: named("own", { ...allow("kinesis:GetRecords", "*"), Principal: { AWS: full.arn } }),
    });
    const explained = buildAccessIndex({ principals: [full], resources: [own], actions });
    const policiesOf = (action: string) =>
      explained.explain(full.arn, action, own.arn).statements.map((statement) => statement.policy);
    expect(policiesOf("kinesis:GetRecords").toSorted()).toEqual([
      "boundary",
      "identity",
      "own",
      "root",
      "unit",
    ]);
    expect(policiesOf("kinesis:PutRecord")).toEqual(["unit"]);
  });

  it("says which name it does not know", () => {
    expect(() => index.access("nobody", "kinesis:PutRecord")).toThrow("nobody is not in the index");
    expect(() => index.access(readers[0]?.arn ?? "", "s3:GetObject")).toThrow(
      "s3:GetObject is not in the index",
    );
    expect(() => buildAccessIndex({ principals: [role("a", { arn: "x" })], resources: [], actions })).toThrow(
      "x is the ARN of neither a user nor a role nor an account",
    );
  });

  it("is empty for an account without streams", () => {
    const empty = buildAccessIndex({
      principals: [role("a", { policies: [policy(everything)] })],
      resources: [],
      actions,
    });
    expect(countPlaces(empty.access(role("a").arn, "kinesis:PutRecord").may)).toBe(0);
  });

  it("shares rows among principals with the same policies", () => {
    const shared = [policy(everything)];
    const twins = buildAccessIndex({
      principals: [role("a", { policies: shared }), role("b", { policies: [...shared, ...shared] })],
      resources: streams,
      actions,
    });
    expect(twins.access(role("a").arn, "kinesis:PutRecord")).toBe(
      twins.access(role("b").arn, "kinesis:PutRecord"),
    );
    expect(twins.access(role("a").arn, "kinesis:PutRecord").must).toBe(
      twins.access(role("a").arn, "kinesis:GetRecords").may,
    );
  });

  it("lists what was given", () => {
    expect(index.principalArns).toEqual(readers.map(({ arn }) => arn));
    expect(index.actions).toEqual(actions.map(({ name }) => name));
  });
});

describe("a context that every request is told", () => {
  const tls = { Condition: { Bool: { "aws:SecureTransport": "false" } } };
  const input = (context?: Record<string, string[]>) => ({
    principals: [role("reader", { policies: [policy(allow("kinesis:*"), deny("kinesis:*", "*", tls))] })],
    resources: [stream("orders")],
    actions,
    ...(context && { context }),
  });
  const answer = (context?: Record<string, string[]>) => {
    const index = buildAccessIndex(input(context));
    const [principalArn = ""] = index.principalArns;
    const { must, may } = index.access(principalArn, "kinesis:GetRecords");
    const { decision } = index.explain(principalArn, "kinesis:GetRecords", stream("orders").arn);
    return [countPlaces(must), countPlaces(may), decision];
  };

  it("settles what hangs on it, in sets and in explanations", () => {
    expect(answer()).toEqual([0, 1, "undetermined"]);
    expect(answer({ "aws:SecureTransport": ["false"] })).toEqual([0, 0, "explicitly-denied"]);
    expect(answer({ "aws:SecureTransport": ["true"] })).toEqual([1, 1, "allowed"]);
  });
});
