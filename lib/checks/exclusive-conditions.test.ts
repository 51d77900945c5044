import { describe, expect, it } from "vitest";
import { buildRole } from "@/lib/model/test-iam";
import { policyWith, reads, roleWith, verdictIn, writes } from "@/lib/checks/test-access";
import type { World } from "@/lib/checks/test-access";
import { writersCannotRead } from "@/lib/checks/writers-cannot-read";

const verdictOn = (world: World) => verdictIn(writersCannotRead, world);
const through = (endpoint: string) => ({ StringEquals: { "aws:SourceVpce": endpoint } });

describe("conditions that exclude each other are not combined", () => {
  const halves = (one: object, other: object) =>
    verdictOn({ roles: [roleWith("a", { ...writes, Condition: one }, { ...reads, Condition: other })] })
      .status;

  it("where one writes through one endpoint and reads through another", () => {
    expect(halves(through("vpce-a"), through("vpce-b"))).toBe("pass");
  });

  it.each([
    { other: through("vpce-a") },
    { other: { StringEquals: { "aws:SourceVpce": ["vpce-b", "vpce-a"] } } },
    { other: { StringLike: { "aws:SourceVpce": "vpce-b" } } },
    { other: { StringNotEquals: { "aws:SourceVpce": "vpce-b" } } },
    { other: { StringEquals: { "aws:SourceVpc": "vpc-b" } } },
    { other: { StringEquals: { "aws:SourceVpce": "${aws:PrincipalTag/endpoint}" } } },
  ])("but are by $other", ({ other }) => {
    expect(halves(through("vpce-a"), other)).toBe("fail");
  });

  it("nor where another statement has no such condition", () => {
    const role = roleWith(
      "a",
      { ...writes, Condition: through("vpce-a") },
      { ...reads, Condition: through("vpce-b") },
      {
        ...writes,
        Action: "kinesis:PutRecord",
        Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } },
      },
    );
    expect(verdictOn({ roles: [role] }).status).toBe("fail");
  });

  it("and a document whose halves exclude each other is not the one that gives both", () => {
    const policies = [
      policyWith(
        "apart",
        { ...writes, Condition: through("vpce-a") },
        { ...reads, Condition: through("vpce-b") },
      ),
      policyWith("open", reads),
    ];
    const role = buildRole({ name: "a", attachedPolicyArns: policies.map(({ arn }) => arn) });
    expect(verdictOn({ roles: [role], managedPolicies: policies }).causes).toMatchObject([
      { kind: "principal", id: role.arn },
    ]);
  });
});
