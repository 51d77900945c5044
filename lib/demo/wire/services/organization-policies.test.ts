import {
  DescribePolicyCommand,
  ListParentsCommand,
  ListPoliciesForTargetCommand,
} from "@aws-sdk/client-organizations";
import { describe, expect, it } from "vitest";
import { buildTestAccount } from "../test-account";
import { answered, errorName, useWireServer } from "../test-clients";

const account = buildTestAccount();
const { policies } = account.organizationPolicies;
const wire = useWireServer(account);
const client = () => wire.clients.organizations;
const Filter = "SERVICE_CONTROL_POLICY";

describe("ListParents", () => {
  it("answers the one above, and knows none of what is not there", async () => {
    const parent = answered(await client().send(new ListParentsCommand({ ChildId: "ou-ab12-outer" })));
    expect(parent).toEqual({ Parents: [{ Id: "r-ab12", Type: "ROOT" }] });
    const call = client().send(new ListParentsCommand({ ChildId: "r-ab12" }));
    expect(await errorName(call)).toBe("ChildNotFoundException");
  });
});

describe("ListPoliciesForTarget", () => {
  const list = async (TargetId: string, more: object = {}) =>
    answered(await client().send(new ListPoliciesForTargetCommand({ TargetId, Filter, ...more })));

  it("answers those of one type, without their text", async () => {
    const [deny, all, rall] = policies.map(({ PolicySummary: summary }) => summary);
    expect(await list("ou-ab12-inner")).toEqual({ Policies: [deny, all] });
    expect(await list("ou-ab12-inner", { Filter: "RESOURCE_CONTROL_POLICY" })).toEqual({ Policies: [rall] });
    expect(await list("ou-ab12-inner", { Filter: "TAG_POLICY" })).toEqual({ Policies: [] });
  });

  it("pages by 20 at most", async () => {
    const first = await list("ou-ab12-inner", { MaxResults: 1 });
    expect(first.Policies).toHaveLength(1);
    const last = await list("ou-ab12-inner", { MaxResults: 1, NextToken: first.NextToken });
    expect(last).toMatchObject({ Policies: [{ Id: "p-all" }] });
    expect(last.NextToken).toBeUndefined();
    for (const input of [{ MaxResults: 21 }, { NextToken: "x" }, { Filter: undefined }])
      expect(await errorName(list("ou-ab12-inner", input))).toBe("InvalidInputException");
    expect(await errorName(list("ou-none"))).toBe("TargetNotFoundException");
  });
});

describe("DescribePolicy", () => {
  it("answers the text", async () => {
    const answer = answered(await client().send(new DescribePolicyCommand({ PolicyId: "p-deny" })));
    expect(answer).toEqual({ Policy: policies[0] });
    const call = client().send(new DescribePolicyCommand({ PolicyId: "p-none" }));
    expect(await errorName(call)).toBe("PolicyNotFoundException");
  });
});

it("tells an account that is in no organization, or may not read it, nothing", async () => {
  const commands = () => [
    client().send(new ListParentsCommand({ ChildId: "111122223333" })),
    client().send(new ListPoliciesForTargetCommand({ TargetId: "r-ab12", Filter })),
    client().send(new DescribePolicyCommand({ PolicyId: "p-all" })),
  ];
  wire.server.setAccount({ ...account, organizationAccounts: [] });
  for (const call of commands()) expect(await errorName(call)).toBe("AccessDeniedException");
  const { organization: _organization, ...alone } = account;
  wire.server.setAccount(alone);
  for (const call of commands()) expect(await errorName(call)).toBe("AWSOrganizationsNotInUseException");
});
