import { describe, expect, it } from "vitest";
import { denied, read } from "@/lib/model/test-place";
import { buildOrganizationPolicies } from "@/lib/model/test-organization";
import { exposingActionsHeldByFew } from "@/lib/checks/exposing-actions-held-by-few";
import {
  administrator,
  roleWith,
  serviceLinked,
  streamAdministrator,
  streamNamed,
  unreadableRole,
  verdictIn,
} from "@/lib/checks/test-access";
import type { World } from "@/lib/checks/test-access";

const many = (count: number, action: string) =>
  Array.from({ length: count }, (_, at) => roleWith(`r${at}`, { Action: action, Resource: "*" }));
const verdictOn = (world: World) => verdictIn(exposingActionsHeldByFew, world);

describe("fails where more than five hold", () => {
  it.each([
    "kinesis:StopStreamEncryption",
    "kinesis:DeleteStream",
    "kinesis:DecreaseStreamRetentionPeriod",
    "kinesis:PutResourcePolicy",
  ])("%s", (action) => {
    expect(verdictOn({ roles: many(6, action) })).toMatchObject({
      status: "fail",
      severity: "medium",
      evidence:
        "6 principals can stop its encryption, delete it, shorten its retention or share it (at most 5): role r0, role r1, role r2 and 3 more.",
    });
    expect(verdictOn({ roles: many(5, action) }).status).toBe("pass");
  });

  it("one of them each, by a number that the owner sets", () => {
    const roles = [
      ...many(1, "kinesis:DeleteStream"),
      roleWith("s", { Action: "kinesis:PutResourcePolicy", Resource: "*" }),
    ];
    expect(verdictOn({ roles, settings: { exposureHoldersMax: 1 } }).status).toBe("fail");
    expect(verdictOn({ roles, settings: { exposureHoldersMax: 2 } }).status).toBe("pass");
  });

  it("administrators of every stream among them", () => {
    expect(verdictOn({ roles: [...many(5, "kinesis:DeleteStream"), streamAdministrator] }).status).toBe(
      "fail",
    );
  });
});

it("passes without administrators of the account, AWS's own roles, and other actions", () => {
  const roles = [...many(5, "kinesis:DeleteStream"), administrator, serviceLinked];
  expect(verdictOn({ roles }).status).toBe("pass");
  expect(verdictOn({ roles: many(9, "kinesis:IncreaseStreamRetentionPeriod") }).status).toBe("pass");
});

describe("is unknown", () => {
  it("where an SCP that was not read may leave few of them", () => {
    const organizationPolicies = denied("organizations:ListPoliciesForTarget");
    const world = { roles: many(6, "kinesis:DeleteStream"), account: { organizationPolicies } };
    expect(verdictOn(world)).toMatchObject({ status: "unknown", gaps: [organizationPolicies.gap] });
    expect(verdictOn({ ...world, roles: many(5, "kinesis:DeleteStream") }).status).toBe("pass");
    const alone = { organizationPolicies, organization: read(null) };
    expect(verdictOn({ ...world, account: alone }).status).toBe("fail");
    const readable = { organizationPolicies: read(buildOrganizationPolicies()) };
    expect(verdictOn({ ...world, account: readable }).status).toBe("fail");
  });

  it("where it hangs on a document that could not be read", () => {
    const roles = [...many(5, "kinesis:DeleteStream"), unreadableRole()];
    expect(verdictOn({ roles })).toMatchObject({ status: "unknown", gaps: [{ reason: "malformed" }] });
    expect(verdictOn({ roles: [...many(4, "kinesis:DeleteStream"), unreadableRole()] }).status).toBe("pass");
  });

  it("where the stream's own policy could not be read", () => {
    const resourcePolicy = denied("kinesis:GetResourcePolicy");
    expect(verdictOn({ streams: [streamNamed("orders", { resourcePolicy })] }).status).toBe("unknown");
  });
});
