import { keyActions } from "@/lib/kinesis/access/duty-actions";
import type { Snapshot } from "@/lib/model/snapshot";
import type { Fix, FixInput } from "@/lib/remediation/fix";
import { cloudFormation } from "@/lib/remediation/documents";
import { refuseActions } from "@/lib/remediation/fixes/refuse-actions";
import { Expression, jsonEncode, resourceBlock } from "@/lib/remediation/hcl";
import { command } from "@/lib/remediation/shell";

const refusal = {
  Action: ["kinesis:*", ...keyActions.manage],
  Resource: "*",
  Condition: { Bool: { "aws:SecureTransport": "false" } },
} as const;

const name = "kinesis-by-tls-alone";
const document = {
  Version: "2012-10-17",
  Statement: [{ Sid: "KinesisByTlsAlone", Effect: "Deny", ...refusal }],
};
const policyIdOf = "p-00000000";

/** KDS-TLS-01: one policy of the organization for the whole account, where it has one; else one for each holder. */
export function askForTls(input: FixInput): Fix | undefined {
  const { finding, snapshot } = input;
  const accountId = finding.subjects[0]?.accountId ?? "";
  const account = snapshot.accounts.find((each) => each.accountId === accountId);
  const isBound =
    account?.organization.known === true &&
    account.organization.value !== null &&
    account.organization.value.managementAccountId !== accountId &&
    account.organizationPolicies.known &&
    account.organizationPolicies.value.scps.length > 0;
  return isBound
    ? serviceControlPolicy(accountId)
    : refuseActions(input, {
        words: "Refuse requests to Kinesis without TLS to each holder of a duty.",
        about: "tls-only",
        refusals: () => [refusal],
        announces: [],
      });
}

function serviceControlPolicy(accountId: string): Fix {
  const text = JSON.stringify(document);
  const create = command(
    "aws",
    "organizations",
    "create-policy",
    "--type",
    "SERVICE_CONTROL_POLICY",
    "--name",
    name,
    "--description",
    "Kinesis Data Streams is reached by TLS alone",
    "--content",
    text,
    "--query",
    "Policy.PolicySummary.Id",
    "--output",
    "text",
  );
  return {
    words:
      "Refuse requests to Kinesis without TLS by a service control policy, for everybody in the account at once. The commands are for the organization's management account, or its delegated administrator.",
    commands: [
      `POLICY_ID=$(${create})`,
      `aws organizations attach-policy --policy-id "$POLICY_ID" --target-id ${accountId}`,
    ],
    terraform: [
      resourceBlock("aws_organizations_policy", name, {
        name,
        type: "SERVICE_CONTROL_POLICY",
        content: jsonEncode(document),
      }),
      resourceBlock("aws_organizations_policy_attachment", name, {
        policy_id: new Expression(() => `aws_organizations_policy.${name}.id`),
        target_id: accountId,
      }),
    ].join("\n"),
    cloudFormation: cloudFormation({
      KinesisByTlsAlone: {
        Type: "AWS::Organizations::Policy",
        Properties: {
          Name: name,
          Type: "SERVICE_CONTROL_POLICY",
          Content: document,
          TargetIds: [accountId],
        },
      },
    }),
    documents: [{ policyId: name, before: "", after: JSON.stringify(document, null, 2) }],
    announces: [
      { words: "It binds every principal of the account but service-linked roles." },
      {
        checkId: "KDS-LP-07",
        words:
          "Of a principal whose policies could not all be read, what they may allow hangs on TLS from then on, and counts as possible.",
      },
    ],
    apply: (given) => withServiceControl(given, accountId, text),
  };
}

function withServiceControl(snapshot: Snapshot, targetId: string, text: string): Snapshot {
  return {
    ...snapshot,
    accounts: snapshot.accounts.map((account) => {
      const { organizationPolicies } = account;
      if (account.accountId !== targetId || !organizationPolicies.known) return account;
      const { scps, rcps } = organizationPolicies.value;
      const policy = { id: policyIdOf, name, awsManaged: false, document: text };
      const added = scps.map((level, at) =>
        at === scps.length - 1 ? Object.assign({}, level, { policies: [...level.policies, policy] }) : level,
      );
      return Object.assign({}, account, {
        organizationPolicies: { ...organizationPolicies, value: { scps: added, rcps } },
      });
    }),
  };
}
