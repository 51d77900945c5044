import { describe, expect, it } from "vitest";
import { plainStream, streamArnOf } from "@/lib/kinesis/access/test-account";
import { roleNames } from "@/lib/kinesis/four-roles/four-roles";
import { proveFourRoles } from "@/lib/kinesis/four-roles/prove-four-roles";
import {
  accountWith,
  documentFor,
  notesFor,
  rolesFor,
  statementOf,
} from "@/lib/kinesis/four-roles/test-four-roles";
import { documentOf } from "@/lib/model/test-iam";
import { accountId, denied, read, region, strangeAccountId } from "@/lib/model/test-place";
import { buildConsumer, buildKey, buildStream, keyArn } from "@/lib/model/test-stream";

const orders = plainStream("orders", { mode: read("provisioned") });
const clicks = plainStream("clicks", { mode: read("provisioned") });
const account = accountWith([orders, clicks]);
const root = `arn:aws:iam::${accountId}:root`;
const delegating = documentOf({ Principal: { AWS: root }, Action: "kms:*", Resource: "*" });

/** The account with one stream that is encrypted with a key of this policy. */
function encrypted(policy: string) {
  const stream = buildStream({ mode: read("provisioned") });
  return accountWith([stream, clicks], { keys: read([buildKey({ policy: read(policy) })]) });
}

const proofOf = (four: ReturnType<typeof rolesFor>, of = account, withKeys = false) =>
  proveFourRoles(of, four, withKeys).map(({ role, problems }) => ({ role, problems }));
const proven = roleNames.map((role) => ({ role, problems: [] }));

describe("the four policies of a stream", () => {
  const four = rolesFor(account, ["orders"]);

  it("each allow their duty in full, nothing of the others, and nothing on another stream", () => {
    expect(proofOf(four)).toEqual(proven);
    expect(proveFourRoles(account, four, false).map(({ otherStreams }) => otherStreams)).toEqual([
      1, 1, 1, 1,
    ]);
  });

  it("name the stream by its ARN, and nothing by a wildcard", () => {
    for (const role of roleNames)
      for (const { Resource, Action } of documentFor(four, role).Statement) {
        expect([Resource].flat()).toEqual([streamArnOf("orders")]);
        expect(JSON.stringify(Action)).not.toContain("*");
      }
  });

  it("say what they leave out, and why", () => {
    expect(notesFor(four, "administrators")).toContain("Putting and deleting resource policies is left out.");
    expect(notesFor(four, "resharding")).toContain("UpdateShardCount and UpdateStreamMode are left out");
  });

  it("serve several streams at once", () => {
    const both = rolesFor(account, ["orders", "clicks"]);
    expect(proofOf(both)).toEqual(proven);
    expect(statementOf(documentFor(both, "producers"), "Write")?.Resource).toEqual([
      streamArnOf("orders"),
      streamArnOf("clicks"),
    ]);
  });
});

describe("an option", () => {
  it("lets administrators share", () => {
    const four = rolesFor(account, ["orders"], { share: true });
    expect(proofOf(four)).toEqual(proven);
    expect(statementOf(documentFor(four, "administrators"), "Share")?.Action).toEqual([
      "kinesis:DeleteResourcePolicy",
      "kinesis:PutResourcePolicy",
    ]);
  });

  it("gives what AWS accepts on every stream only, bound to the Region, and says so", () => {
    const four = rolesFor(account, ["orders"], { regionWide: true });
    expect(statementOf(documentFor(four, "resharding"), "ReshardRegion")).toMatchObject({
      Action: ["kinesis:UpdateShardCount", "kinesis:UpdateStreamMode"],
      Resource: "*",
      Condition: { StringEquals: { "aws:RequestedRegion": [region] } },
    });
    expect(notesFor(four, "resharding")).toContain("work on every stream of the Region");
    expect(proofOf(four)).toEqual(proven);
  });

  it("reads by enhanced fan-out through the stream's own consumers", () => {
    const consumers = read([buildConsumer({ arn: `${streamArnOf("orders")}/consumer/billing:1767225600` })]);
    const withConsumer = accountWith([{ ...orders, consumers }, clicks]);
    const four = rolesFor(withConsumer, ["orders"], { fanOut: true });
    expect(proofOf(four, withConsumer)).toEqual(proven);
    expect(statementOf(documentFor(four, "consumers"), "ReadByFanOut")?.Resource).toEqual([
      `${streamArnOf("orders")}/consumer/*`,
    ]);
    expect(statementOf(documentFor(four, "consumers"), "Register")).toBeDefined();
    const lambda = documentFor(
      rolesFor(withConsumer, ["orders"], { fanOut: true, reader: "lambda" }),
      "consumers",
    );
    expect(statementOf(lambda, "ReadByFanOut")).toBeDefined();
    expect(statementOf(lambda, "Register")).toBeUndefined();
    const firehose = rolesFor(withConsumer, ["orders"], { fanOut: true, reader: "firehose" });
    expect(statementOf(documentFor(firehose, "consumers"), "ReadByFanOut")).toBeUndefined();
    expect(notesFor(firehose, "consumers")).toContain("Firehose does not read by enhanced fan-out.");
  });

  it("gives KCL its tables by the application's name, and its metrics by their namespace", () => {
    const four = rolesFor(account, ["orders"], { reader: "kcl", application: "billing" });
    expect(statementOf(documentFor(four, "consumers"), "KeepLeases")?.Resource).toEqual(
      ["billing", "billing-CoordinatorState", "billing-WorkerMetricStats"].map(
        (table) => `arn:aws:dynamodb:${region}:${accountId}:table/${table}`,
      ),
    );
    expect(statementOf(documentFor(four, "consumers"), "Measure")?.Condition).toEqual({
      StringEquals: { "cloudwatch:namespace": "billing" },
    });
    expect(proofOf(four)).toEqual(proven);
  });

  it("refuses what comes without TLS", () => {
    const four = rolesFor(account, ["orders"], { requireTls: true });
    for (const role of roleNames)
      expect(statementOf(documentFor(four, role), "RefuseWithoutTls")).toMatchObject({
        Effect: "Deny",
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      });
    expect(proofOf(four)).toEqual(proven);
    expect(proveFourRoles(account, four, false)[2]?.conditions).toEqual(["aws:SecureTransport"]);
  });

  it("binds records to VPC endpoints, but for a service that reads from elsewhere", () => {
    const options = { vpcEndpointIds: ["vpce-0a1b2c3d4e5f60718"] };
    const four = rolesFor(account, ["orders"], options);
    expect(proofOf(four)).toEqual(proven);
    expect(proveFourRoles(account, four, false).map(({ conditions }) => conditions)).toEqual([
      [],
      [],
      ["aws:SourceVpce"],
      ["aws:SourceVpce"],
    ]);
    const lambda = rolesFor(account, ["orders"], { ...options, reader: "lambda" });
    expect(statementOf(documentFor(lambda, "consumers"), "Read")?.Condition).toBeUndefined();
    expect(notesFor(lambda, "consumers")).toContain("from AWS's own network");
  });
});

describe("a customer managed key", () => {
  it("is used for the records of the stream alone", () => {
    const of = encrypted(delegating);
    const four = rolesFor(of, ["orders"]);
    expect(proofOf(four, of)).toEqual(proven);
    expect(statementOf(documentFor(four, "producers"), "EncryptRecords")).toMatchObject({
      Action: ["kms:GenerateDataKey"],
      Resource: [keyArn],
      Condition: {
        StringEquals: {
          "kms:EncryptionContext:aws:kinesis:arn": [streamArnOf("orders")],
          "kms:ViaService": [`kinesis.${region}.amazonaws.com`],
        },
      },
    });
    expect(statementOf(documentFor(four, "consumers"), "DecryptRecords")?.Action).toEqual(["kms:Decrypt"]);
  });

  it("that does not hand over to the account's policies is said, and the statements to add are proven with it", () => {
    const owner = `arn:aws:iam::${accountId}:role/key-owner`;
    const of = encrypted(documentOf({ Principal: { AWS: owner }, Action: "kms:*", Resource: "*" }));
    const four = rolesFor(of, ["orders"]);
    expect(proofOf(four, of)[2]?.problems).toEqual([
      "The policy of the key of orders does not let it: add the statements for the key.",
    ]);
    expect(proofOf(four, of, true)).toEqual(proven);
    expect(four.keyStatements.get(keyArn)?.[0]).toMatchObject({
      Principal: { AWS: root },
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
    });
  });

  it("of another account is said to need its owner", () => {
    const foreign = keyArn.replace(accountId, strangeAccountId);
    const stream = buildStream({
      mode: read("provisioned"),
      encryption: read({ type: "kms", keyReference: foreign }),
    });
    const of = accountWith([stream], {
      keys: read([buildKey({ arn: foreign, accountId: strangeAccountId })]),
    });
    expect(notesFor(rolesFor(of, ["orders"]), "producers")).toContain("belongs to another account");
  });
});

describe("what was not read", () => {
  it("gives no policy for records of a stream of which the key is not known", () => {
    const of = accountWith([{ ...orders, encryption: denied("kinesis:DescribeStreamSummary") }]);
    const four = rolesFor(of, ["orders"]);
    expect(four.policies.map(({ document }) => document !== undefined)).toEqual([true, true, false, false]);
    expect(notesFor(four, "producers")).toContain("What the stream is encrypted with is not known.");
  });

  it("gives no policy for resharding where the capacity mode is not known", () => {
    const of = accountWith([{ ...orders, mode: denied("kinesis:DescribeStreamSummary") }]);
    expect(notesFor(rolesFor(of, ["orders"]), "resharding")).toContain("The capacity mode is not known.");
  });
});

it("leaves people the warm throughput of an on-demand stream, which AWS reshards itself", () => {
  const of = accountWith([{ ...orders, mode: read("on-demand") }, clicks]);
  const four = rolesFor(of, ["orders"]);
  expect(proofOf(four, of)).toEqual(proven);
  expect(statementOf(documentFor(four, "resharding"), "Reshard")).toBeUndefined();
  expect(notesFor(four, "resharding")).toContain("AWS itself reshards orders");
});

it("opens a VPC endpoint to the streams, for principals and streams of the account", () => {
  const { endpointPolicy } = rolesFor(account, ["orders"], { fanOut: true });
  expect(endpointPolicy.Statement.map(({ Principal }) => Principal)).toEqual(["*", "*"]);
  expect(endpointPolicy.Statement[0]).toMatchObject({
    Resource: [streamArnOf("orders")],
    Condition: { StringEquals: { "aws:PrincipalAccount": [accountId], "aws:ResourceAccount": [accountId] } },
  });
});
