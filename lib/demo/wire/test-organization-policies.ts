import type { Policy, PolicyType } from "@aws-sdk/client-organizations";
import type { OrganizationPolicyFacts } from "../account-facts";

/** An account in a unit in a unit; a policy of each type everywhere, and one in the middle. */
export const testOrganizationPolicies: OrganizationPolicyFacts = {
  parents: {
    "111122223333": { Id: "ou-ab12-inner", Type: "ORGANIZATIONAL_UNIT" },
    "ou-ab12-inner": { Id: "ou-ab12-outer", Type: "ORGANIZATIONAL_UNIT" },
    "ou-ab12-outer": { Id: "r-ab12", Type: "ROOT" },
  },
  attached: {
    "r-ab12": ["p-all", "p-rall"],
    "ou-ab12-outer": ["p-all", "p-rall"],
    "ou-ab12-inner": ["p-deny", "p-all", "p-rall"],
    "111122223333": ["p-all", "p-rall"],
  },
  policies: [
    buildPolicy("SERVICE_CONTROL_POLICY", "p-deny", { Effect: "Deny", Action: "kinesis:DeleteStream" }),
    buildPolicy("SERVICE_CONTROL_POLICY", "p-all", { Effect: "Allow", Action: "*" }),
    buildPolicy("RESOURCE_CONTROL_POLICY", "p-rall", { Effect: "Allow", Principal: "*", Action: "*" }),
  ],
};

function buildPolicy(type: PolicyType, id: string, statement: object): Policy {
  const Content = JSON.stringify({ Version: "2012-10-17", Statement: [{ ...statement, Resource: "*" }] });
  const own = id === "p-deny";
  return {
    PolicySummary: { Id: id, Name: `Größe <${id}>`, Type: type, AwsManaged: !own, Description: "" },
    Content,
  };
}
