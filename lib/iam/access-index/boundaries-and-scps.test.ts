import { describe, expect, it } from "vitest";
import { account, allow, deny, policy, reach, role, stream } from "@/lib/iam/access-index/test-world";

const streams = [stream("orders"), stream("payments"), stream("paymentsold")];
const everything = allow("*");

describe("boundaries and SCPs", () => {
  const policies = [policy(everything)];

  it("leave what all of them allow and none denies", () => {
    const boundary = policy(allow("kinesis:*"), deny("kinesis:*", "*/orders"));
    const scps = [[policy(everything)], [policy(allow("kinesis:PutRecord", "*payments*"))]];
    const limited = role("a", { policies, boundary, scps });
    expect(reach(limited, "kinesis:PutRecord", streams)).toEqual(["payments", "paymentsold"]);
    expect(reach(limited, "kinesis:GetRecords", streams)).toEqual([]);
  });

  it("do not bind the management account and service-linked roles", () => {
    const scps = [[]];
    expect(reach(role("a", { policies, scps }), "kinesis:PutRecord", streams)).toEqual([]);
    const manager = role("a", { policies, scps, managementAccountId: account });
    expect(reach(manager, "kinesis:PutRecord", streams)).toHaveLength(3);
    expect(reach(role("aws-service-role/x", { policies, scps }), "kinesis:PutRecord", streams)).toHaveLength(
      3,
    );
  });
});
