import { policyId as idOf } from "@/lib/model/policy-id";
import type { Snapshot } from "@/lib/model/snapshot";
import { cloudFormation } from "@/lib/remediation/documents";
import { editStatements, type RawStatement } from "@/lib/remediation/edit-statements";
import type { Fix, FixInput } from "@/lib/remediation/fix";
import { withCondition } from "@/lib/remediation/fixes/with-condition";
import { withoutPrincipals } from "@/lib/remediation/fixes/without-principals";
import { jsonEncode, resourceBlock, type HclValue } from "@/lib/remediation/hcl";
import { logicalId, terraformName } from "@/lib/remediation/names";
import {
  findIdentity,
  isChangeable,
  changeIdentities,
  type OwnIdentity,
} from "@/lib/remediation/own-identity";
import { policySizes, sizeOf } from "@/lib/remediation/policy-sizes";
import { command } from "@/lib/remediation/shell";

interface TrustEdit {
  readonly words: string;
  readonly costs: string;
  readonly edit: (statement: RawStatement) => readonly RawStatement[] | undefined;
}

/** KDS-CRED-03: the trust policy lets in whom it should, as far as that can be told. */
export function closeTrust(input: FixInput): Fix | undefined {
  const { finding, snapshot } = input;
  const [policyId = "", who = ""] = finding.cause.id.split(" ");
  const own = findIdentity(snapshot, policyId.replace(/#trust$/, ""));
  const { document } = finding.cause;
  if (!document || !own || own.owner !== "role" || !isChangeable(own)) return undefined;
  const change = changeFor(who, finding.cause.severity, own);
  const before = trustOf(own);
  if (!change || before === undefined) return undefined;
  const edited = editStatements(before, document.statements, change.edit);
  const after = edited === null ? forNobody : edited;
  if (after === undefined || sizeOf(after) > policySizes.trust) return undefined;
  return {
    words: change.words,
    ...written(own, after),
    documents: [{ policyId: idOf.trust(own.identity.arn), before, after }],
    announces: [{ words: change.costs }],
    apply: (given) => withTrust(given, own.identity.arn, JSON.stringify(JSON.parse(after))),
  };
}

/** A trust policy without a statement is none. */
const forNobody = JSON.stringify(
  {
    Version: "2012-10-17",
    Statement: [{ Sid: "Nobody", Effect: "Deny", Principal: "*", Action: "sts:AssumeRole" }],
  },
  null,
  2,
);

function changeFor(who: string, severity: string, { accountId }: OwnIdentity): TrustEdit | undefined {
  if (who === "kinesis.amazonaws.com")
    return {
      words: "Let Kinesis take the role for channels of this account alone, by aws:SourceAccount.",
      costs: "Channels of other accounts can no longer use the role.",
      edit: (statement) => withCondition(statement, "StringEquals", { "aws:SourceAccount": accountId }),
    };
  if (who.includes(":saml-provider/"))
    return {
      words: "Ask for the audience of AWS's own sign-in, by SAML:aud.",
      costs: "An application that signs in for another audience has to name it here.",
      edit: (statement) =>
        withCondition(statement, "StringEquals", { "SAML:aud": "https://signin.aws.amazon.com/saml" }),
    };
  // Which repository, workload or external id is meant, only its owner knows.
  if (who.includes("oidc-provider/") || who.includes("amazonaws.com") || severity === "medium")
    return undefined;
  return {
    words:
      "Take the principal out of the trust policy, or declare its account as known under Settings if it is meant to come in.",
    costs: "Whoever takes the role from there is refused from then on.",
    edit: (statement) => withoutPrincipals(statement, [who]),
  };
}

function trustOf({ identity }: OwnIdentity): string | undefined {
  return "trustPolicy" in identity ? identity.trustPolicy : undefined;
}

function written(
  { identity }: OwnIdentity,
  text: string,
): Pick<Fix, "commands" | "terraform" | "cloudFormation"> {
  const { name } = identity;
  const document: HclValue = JSON.parse(text);
  return {
    commands: [
      command(
        "aws",
        "iam",
        "update-assume-role-policy",
        "--role-name",
        name,
        "--policy-document",
        JSON.stringify(document),
      ),
    ],
    terraform: resourceBlock("aws_iam_role", terraformName(name), {
      name,
      assume_role_policy: jsonEncode(document),
    }),
    cloudFormation: cloudFormation({
      [logicalId("Role", name)]: {
        Type: "AWS::IAM::Role",
        Properties: { RoleName: name, AssumeRolePolicyDocument: document },
      },
    }),
  };
}

function withTrust(snapshot: Snapshot, arn: string, text: string): Snapshot {
  return changeIdentities(snapshot, new Set([arn]), (identity) =>
    "trustPolicy" in identity ? { ...identity, trustPolicy: text } : identity,
  );
}
