import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PolicyCache } from "@/lib/cli/policy-cache";
import { simulateLine } from "@/lib/cli/simulate";
import { runWeir } from "@/lib/cli/test-weir";

const timeout = 120_000;
const principal = "arn:aws:iam::111122223333:user/anna";
const resource = "arn:aws:kinesis:eu-west-1:111122223333:stream/orders";
const request = { principal, action: "kinesis:GetRecords", resource };
const allow = { Effect: "Allow", Action: "kinesis:*", Resource: "*" };
const onEndpoint = { StringEquals: { "aws:SourceVpce": "vpce-1" } };

function simulate(line: unknown): unknown {
  const text = typeof line === "string" ? line : JSON.stringify(line);
  return JSON.parse(simulateLine(text, new PolicyCache()));
}

describe("a line that can be decided", () => {
  it("says the decision and the statements that made it", () => {
    const policies = { identityPolicies: [{ Statement: { Sid: "All", ...allow } }] };
    expect(simulate({ request, policies })).toEqual({
      decision: "allowed",
      statements: [{ policy: "identityPolicies[0]", index: 0, sid: "All", effect: "Allow" }],
    });
  });

  it("names the keys that would settle it, and takes them for absent where the context is complete", () => {
    const policies = { identityPolicies: [{ Statement: { ...allow, Condition: onEndpoint } }] };
    expect(simulate({ request, policies })).toMatchObject({
      decision: "undetermined",
      undeterminedKeys: ["aws:SourceVpce"],
    });
    expect(simulate({ request, policies, contextComplete: true })).toEqual({
      decision: "implicitly-denied",
      statements: [],
    });
    const context = { "aws:SourceVpce": "vpce-1" };
    expect(simulate({ request: { ...request, context }, policies })).toMatchObject({ decision: "allowed" });
  });

  it("takes a principal as a policy would name it", () => {
    const resourcePolicy = {
      Statement: { ...allow, Principal: { Service: "logs.amazonaws.com", Federated: "www.amazon.com" } },
    };
    for (const each of [
      { Service: "logs.amazonaws.com" },
      { Federated: "www.amazon.com" },
      { AWS: "111122223333" },
    ])
      expect(
        simulate({ request: { ...request, principal: each }, policies: { resourcePolicy } }),
      ).toMatchObject({
        decision: "allowed",
      });
  });

  it("knows which actions of Kinesis have no resource", () => {
    const policies = { identityPolicies: [{ Statement: { ...allow, Resource: resource } }] };
    const decide = (action: string) => simulate({ request: { ...request, action }, policies });
    expect(decide("kinesis:ListStreams")).toMatchObject({ decision: "implicitly-denied" });
    expect(decide("kinesis:UpdateShardCount")).toMatchObject({ decision: "undetermined" });
    expect(decide("kinesis:PutRecord")).toMatchObject({ decision: "allowed" });
  });

  it("tells each statement once, though several resources are asked for", () => {
    const policies = { identityPolicies: [{ Statement: allow }] };
    expect(
      simulate({ request: { ...request, resource: [resource, `${resource}2`] }, policies }),
    ).toMatchObject({
      decision: "allowed",
      statements: [{ policy: "identityPolicies[0]", index: 0 }],
    });
  });
});

describe("a line that is broken", () => {
  const policies = { identityPolicies: [{ Statement: allow }] };
  const written = JSON.stringify({ request, policies });

  it.each([
    { line: "", error: "character 1: the text is empty" },
    { line: "{", error: "character 2: close brace expected" },
    { line: "null", error: "expected object" },
    { line: "[1]", error: "expected object" },
    { line: "[".repeat(100_000), error: "nests too deep" },
    { line: `${"[".repeat(100_000)}${"]".repeat(100_000)}`, error: "nests too deep" },
    {
      line: written.replace('"Effect":"Allow"', '"Effect":"Allow","Effect":"Deny"'),
      error: "stands there twice",
    },
    { line: written.replace('"Effect":"Allow"', '"__proto__":1,"Effect":"Allow"'), error: "unknown element" },
    { line: { policies }, error: "request: " },
    { line: { request }, error: "policies: " },
    {
      line: { request: { ...request, action: "kinesis:*" }, policies },
      error: "request.action: an action is service:Name",
    },
    { line: { request: { ...request, resource: [] }, policies }, error: "request.resource" },
    { line: { request: { ...request, principal: "anna" }, policies }, error: "anna is no principal" },
    {
      line: { request: { ...request, principal: { AWS: principal, Service: "x" } }, policies },
      error: "request.principal",
    },
    { line: { request: { ...request, context: { a: {} } }, policies }, error: "request.context" },
    { line: { request: { ...request, context: { "a:b": 1, "A:b": 2 } }, policies }, error: "twice" },
    { line: { request, policies: { scp: [] } }, error: "policies: " },
    { line: { request, policies: { identityPolicies: [[]] } }, error: "identityPolicies" },
    {
      line: { request, policies: { scps: [[{ Statement: [] }], ["%"]] } },
      error: "policies.scps[1][0] could not be read",
    },
    { line: { request, policies, contextComplete: "yes" }, error: "contextComplete" },
  ])("says why: $error", ({ line, error }) => {
    expect(simulate(line)).toEqual({ error: expect.stringContaining(error) });
  });
});

describe("any line", () => {
  const written = JSON.stringify({ request, policies: { identityPolicies: [{ Statement: allow }] } });

  it("gets one answer on one line, and none is unforeseen", { timeout }, () => {
    const cache = new PolicyCache();
    const spliced = fc
      .tuple(
        fc.nat(written.length),
        fc.nat(20),
        fc.oneof(fc.string(), fc.json(), fc.constantFrom(...'{}[]",:'.split(""))),
      )
      .map(([at, gone, put]) => written.slice(0, at) + put + written.slice(at + gone));
    fc.assert(
      fc.property(fc.oneof(spliced, fc.json(), fc.string({ unit: "binary" })), (line) => {
        const text = simulateLine(line, cache);
        expect(text).not.toMatch(/[\n\r]|unforeseen/);
        expect(
          Object.keys(Object(JSON.parse(text))).filter((key) => /^(?:decision|error)$/.test(key)),
        ).toHaveLength(1);
      }),
      { numRuns: 10_000 },
    );
  });

  it("of more values or resources than a request has is refused", () => {
    const values = Array.from({ length: 1001 }, (_, index) => index);
    const policies = { identityPolicies: [{ Statement: allow }] };
    expect(simulate({ request: { ...request, context: { k: values } }, policies })).toHaveProperty("error");
    expect(simulate({ request: { ...request, context: { k: values.slice(1) } }, policies })).toHaveProperty(
      "decision",
    );
    const resources = values.slice(0, 101).map((each) => `${resource}${each}`);
    expect(simulate({ request: { ...request, resource: resources }, policies })).toHaveProperty("error");
    expect(simulate({ request: { ...request, resource: resources.slice(1) }, policies })).toHaveProperty(
      "decision",
    );
  });
});

describe("weir simulate", () => {
  const good = JSON.stringify({ request, policies: { identityPolicies: [{ Statement: allow }] } });

  it("answers line for line, a broken one among them", { timeout }, async () => {
    const { code, stdout, stderr } = await runWeir(["simulate"], {
      input: [`${good}\r\nnonsense\n\n`, good],
    });
    expect(stderr).toBe("");
    expect(stdout.split("\n").map((line) => line.slice(0, 12))).toEqual([
      '{"decision":',
      '{"error":"ch',
      '{"error":"ch',
      '{"decision":',
      "",
    ]);
    expect(code).toBe(0);
  });

  it("answers nothing to nothing", { timeout }, async () => {
    expect(await runWeir(["simulate"])).toMatchObject({ code: 0, stdout: "", stderr: "" });
  });

  it("needs no more memory for many lines, each with policies of its own", { timeout }, async () => {
    const lines = 40_000;
    function* input() {
      for (let index = 0; index < lines; index++)
        yield `${JSON.stringify({ request, policies: { identityPolicies: [{ Id: `${index}`, Statement: allow }] } })}\n`;
    }
    const { code, stdout } = await runWeir(["simulate"], {
      input: input(),
      env: { NODE_OPTIONS: "--max-old-space-size=80" },
    });
    expect(code).toBe(0);
    expect(stdout.split("\n")).toHaveLength(lines + 1);
  });
});
