import { describe, expect, it } from "vitest";
import { roleWith } from "@/lib/kinesis/access/test-account";
import { policyId } from "@/lib/model/policy-id";
import { buildInventory, buildManagedPolicy, documentOf } from "@/lib/model/test-iam";
import { buildEndpoint } from "@/lib/model/test-network";
import { accountId, read } from "@/lib/model/test-place";
import { buildKey, buildStream } from "@/lib/model/test-stream";
import { editPolicy } from "@/lib/remediation/edit-policy";
import { snapshotOf } from "@/lib/remediation/test-fix";

const role = roleWith("worker", [{ Action: "kinesis:PutRecord", Resource: "*" }]);
const arn = `arn:aws:iam::${accountId}:policy/wide`;
const managed = buildManagedPolicy({
  arn,
  name: "wide",
  document: documentOf({ Action: "*", Resource: "*" }),
});
const consumer = { arn: "arn:aws:kinesis:x:1:stream/s/consumer/c:1", name: "c", status: "ACTIVE" };
const stream = buildStream({
  resourcePolicy: read(null),
  consumers: read([{ ...consumer, resourcePolicy: read(null) }]),
});
const key = buildKey();
const endpoint = buildEndpoint();
const snapshot = snapshotOf(
  { streams: read([stream]), keys: read([key]), vpcEndpoints: read([endpoint]) },
  { iam: read(buildInventory({ roles: [role], managedPolicies: [managed] })) },
);

const identity = documentOf({ Action: "kinesis:GetRecords", Resource: "*" });
const resource = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Deny", Principal: "*", Action: "kinesis:*", Resource: "*" }],
});
const edit = (id: string, kind: Parameters<typeof editPolicy>[1]["policy"]["kind"], text: string) =>
  editPolicy(snapshot, { policy: { id, kind, awsManaged: id.includes("::aws:") }, text });

describe("an edited policy", () => {
  it.each([
    ["managed", arn, identity],
    ["inline", policyId.inline(role.arn, "own"), identity],
    ["trust", policyId.trust(role.arn), resource],
    ["stream", policyId.resource(stream.arn), resource],
    ["consumer", policyId.resource(consumer.arn), resource],
    ["key", policyId.resource(key.arn), resource],
    ["endpoint", policyId.resource(endpoint.id), resource],
  ] as const)("stands where the %s policy stood, and nowhere else", (kind, id, text) => {
    const before = JSON.stringify(snapshot);
    const edited = edit(id, kind, text);
    const after = edited.ok ? JSON.stringify(edited.snapshot) : edited.problem;
    const written = JSON.stringify(text);
    expect(after.split(written)).toHaveLength(2);
    expect(before).not.toContain(written);
    expect(JSON.stringify(snapshot)).toBe(before);
  });

  it.each([
    ["", /^The document is empty/],
    ['{\n "Version": "2012-10-17",\n "Statement": [,]\n}', /^Line 3, column \d+: .* Correct it there/],
    ['{"Version": "2012-10-17", "Statement": []}', /has no statement/],
    ["[]", /^Line 1, column 1: a policy is an object/],
    [
      '{\n"Version": "2012-10-17",\n"Statement": [\n{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Nope":{"a":"b"}}}]}',
      /^Line 4/,
    ],
    [documentOf({ Action: "*", Resource: "x".repeat(7000) }), /AWS has room for 6144 here/],
  ])("that AWS would refuse is refused with where and what to do: %#", (text, problem) => {
    expect(edit(arn, "managed", text)).toEqual({ ok: false, problem: expect.stringMatching(problem) });
  });

  it("of AWS is none", () => {
    const given = edit("arn:aws:iam::aws:policy/X", "managed", identity);
    expect(given).toEqual({ ok: false, problem: expect.stringContaining("AWS manages this policy") });
  });
});
