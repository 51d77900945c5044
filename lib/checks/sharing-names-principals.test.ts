import { describe, expect, it } from "vitest";
import { documentOf } from "@/lib/model/test-iam";
import { accountId, denied, memberAccountId, read, strangeAccountId } from "@/lib/model/test-place";
import { buildConsumer, streamArn } from "@/lib/model/test-stream";
import { sharingNamesPrincipals } from "@/lib/checks/sharing-names-principals";
import { streamNamed, verdictIn } from "@/lib/checks/test-access";

const reading = ["kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:DescribeStreamSummary"];
const statement = (AWS: string | string[], Action: string | string[] = reading, rest: object = {}) => ({
  Principal: { AWS },
  Action,
  Resource: streamArn,
  ...rest,
});
const sharedBy = (...statements: object[]) =>
  verdictIn(sharingNamesPrincipals, {
    streams: [streamNamed("orders", { resourcePolicy: read(documentOf(...statements)) })],
  });
const roleOf = (account: string) => `arn:aws:iam::${account}:role/reader`;

describe("fails", () => {
  it("medium, where a whole account that is not known is admitted", () => {
    expect(sharedBy(statement(`arn:aws:iam::${strangeAccountId}:root`))).toMatchObject({
      status: "fail",
      severity: "medium",
      evidence: `The policy of orders admits the whole account ${strangeAccountId}.`,
      causes: [{ document: { policyId: `${streamArn}#policy`, statements: [0] } }],
    });
  });

  it("low, where the account is known", () => {
    for (const known of [memberAccountId, accountId]) expect(sharedBy(statement(known)).severity).toBe("low");
  });

  it("where one principal is given more than one duty, in one statement or in two", () => {
    const both = [...reading, "kinesis:PutRecord"];
    const evidence = "The policy of orders lets role reader do more than one duty: writing and reading.";
    expect(sharedBy(statement(roleOf(memberAccountId), both))).toMatchObject({ status: "fail", evidence });
    const apart = [
      statement(roleOf(memberAccountId)),
      statement(roleOf(memberAccountId), "kinesis:PutRecord"),
    ];
    expect(sharedBy(...apart).causes[0]?.document?.statements).toEqual([0, 1]);
    expect(sharedBy(statement(roleOf(memberAccountId), "kinesis:*")).status).toBe("fail");
  });

  it("by the policy of a consumer", () => {
    const Principal = { AWS: `arn:aws:iam::${memberAccountId}:root` };
    const policy = documentOf({ Principal, Action: "kinesis:SubscribeToShard", Resource: "*" });
    const streams = [
      streamNamed("orders", { consumers: read([buildConsumer({ resourcePolicy: read(policy) })]) }),
    ];
    expect(verdictIn(sharingNamesPrincipals, { streams }).evidence).toContain(
      "The policy of consumer billing of orders",
    );
  });
});

describe("passes", () => {
  it("where nobody is admitted, or named principals with one duty each", () => {
    expect(verdictIn(sharingNamesPrincipals, {}).evidence).toMatch(/^None:/);
    const other = `arn:aws:iam::${memberAccountId}:role/writer`;
    expect(sharedBy(statement(roleOf(memberAccountId)), statement(other, "kinesis:PutRecord")).status).toBe(
      "pass",
    );
  });

  it("where a Deny names a whole account, and where KDS-SHR-01 says it: everybody, and who is gone", () => {
    expect(sharedBy(statement(strangeAccountId, "kinesis:*", { Effect: "Deny" })).status).toBe("pass");
    expect(sharedBy(statement(["*", "AROAEXAMPLEDELETED001"])).status).toBe("pass");
  });
});

it("is unknown where a policy, or the list of consumers, could not be read", () => {
  const resourcePolicy = denied("kinesis:GetResourcePolicy");
  const consumers = denied("kinesis:ListStreamConsumers");
  for (const change of [{ resourcePolicy }, { consumers }, { resourcePolicy: read("{") }])
    expect(verdictIn(sharingNamesPrincipals, { streams: [streamNamed("orders", change)] }).status).toBe(
      "unknown",
    );
});
