import { describe, expect, it } from "vitest";
import { readCases } from "@/lib/iam/cases/test-cases";
import { compilePolicy } from "@/lib/iam/decision/compile-policy";
import { decodeDocument } from "@/lib/iam/decision/decode-document";
import { simulate, SimulationError } from "@/lib/iam/simulation/simulate";
import { simulateLineSchema } from "@/lib/iam/simulation/simulate-request";

const anna = "arn:aws:iam::111122223333:user/anna";
const stream = "arn:aws:kinesis:eu-west-1:111122223333:stream/orders";
const request = { principal: anna, action: "kinesis:GetRecords", resource: stream };
const allow = { Effect: "Allow", Action: "kinesis:*", Resource: "*" };
const byEndpoint = { StringEquals: { "aws:SourceVpce": "vpce-1" } };

const hasNoResource = new Set(["kinesis:liststreams", "kinesis:describelimits"]);

function simulateAny(line: unknown) {
  return simulate(simulateLineSchema.parse(line), {
    compile: (document, kind) => {
      const text = decodeDocument(typeof document === "string" ? document : JSON.stringify(document));
      return text === undefined
        ? { ok: false, problem: "the URL encoding is broken" }
        : compilePolicy(text, kind);
    },
    actionFacts: (action) => {
      if (hasNoResource.has(action.toLowerCase())) return "none";
      return action.toLowerCase() === "kinesis:updateshardcount" ? "unsettled" : undefined;
    },
  });
}

describe("a simulation", () => {
  const cases = readCases().flatMap((file) => file.cases);

  it.each(cases.filter(({ expected }) => expected.problem === undefined))(
    "decides $rule: $name",
    ({ expected, ...line }) => {
      expect(simulateAny(line).decision).toBe(expected.decision);
    },
  );

  it.each(cases.filter(({ expected }) => expected.problem !== undefined))(
    "names the document of $rule: $name",
    ({ expected, ...line }) => {
      expect(() => simulateAny(line)).toThrow(expected.problem);
    },
  );

  it("names the keys that would settle it, and takes them for absent in a complete context", () => {
    const policies = { identityPolicies: [{ Statement: { ...allow, Condition: byEndpoint } }] };
    expect(simulateAny({ request, policies })).toMatchObject({
      decision: "undetermined",
      undeterminedKeys: ["aws:SourceVpce"],
    });
    const context = { "aws:SourceVpce": null };
    const settled = { decision: "implicitly-denied", statements: [] };
    expect(simulateAny({ request, policies, contextComplete: true })).toEqual(settled);
    expect(simulateAny({ request: { ...request, context }, policies })).toEqual(settled);
  });

  it("joins the answers of several resources, and tells each statement once", () => {
    const policies = { identityPolicies: [{ Statement: allow }] };
    const resource = [stream, `${stream}-2`];
    expect(simulateAny({ request: { ...request, resource }, policies })).toEqual({
      decision: "allowed",
      statements: [{ policy: "identityPolicies[0]", index: 0, effect: "Allow" }],
    });
  });

  it.each([{ AWS: anna }, { Service: "logs.amazonaws.com" }, { Federated: "www.amazon.com" }])(
    "takes a principal as policies write it: %j",
    (principal) => {
      const resourcePolicy = { Statement: { ...allow, Principal: { ...principal } } };
      expect(simulateAny({ request: { ...request, principal }, policies: { resourcePolicy } }).decision).toBe(
        "allowed",
      );
    },
  );

  it("says where it stands what cannot be decided", () => {
    const policies = { scps: [[{ Statement: [] }], ["%"]] };
    const placeOf = (line: unknown): string | undefined => {
      try {
        simulateAny(line);
        return undefined;
      } catch (error) {
        return error instanceof SimulationError ? error.place : String(error);
      }
    };
    expect(placeOf({ request, policies })).toBe("policies.scps[1][0]");
    expect(placeOf({ request: { ...request, principal: "anna" }, policies: {} })).toBe("request.principal");
    const context = { "a:b": 1, "A:b": [true] };
    expect(placeOf({ request: { ...request, context }, policies: {} })).toBe("request.context");
  });
});

describe("a line that is no question", () => {
  it.each([
    { request: { ...request, principal: { AWS: anna, Service: "x" } }, policies: {} },
    { request: { ...request, action: "kinesis:*" }, policies: {} },
    { request: { ...request, resource: [] }, policies: {} },
    { request, policies: { identityPolicies: [[]] } },
    { request, policies: { identityPolicies: [null] } },
    { request, policies: { identityPolicies: [1] } },
    { request, policies: { scp: [] } },
  ])("is refused: %j", (line) => {
    expect(simulateLineSchema.safeParse(line).success).toBe(false);
  });
});
