import { viaKinesis } from "@/lib/kinesis/via-kinesis";
import { policyId as idOf } from "@/lib/model/policy-id";
import type { KmsKey } from "@/lib/model/kms-key";
import { became, changeKey, findKey } from "@/lib/remediation/change-snapshot";
import { cloudFormation } from "@/lib/remediation/documents";
import { editStatements, textsOf, type RawStatement } from "@/lib/remediation/edit-statements";
import type { Announcement, Fix, FixInput } from "@/lib/remediation/fix";
import { policyFix } from "@/lib/remediation/fixes/policy-fix";
import { withCondition } from "@/lib/remediation/fixes/with-condition";
import { withoutPrincipals } from "@/lib/remediation/fixes/without-principals";
import { jsonEncode, resourceBlock, type HclValue } from "@/lib/remediation/hcl";
import { logicalId, terraformName } from "@/lib/remediation/names";
import { command } from "@/lib/remediation/shell";

/** KDS-REST-05: a statement of the key's policy, a grant on it, or a policy that decrypts with every key. */
export function closeKey(input: FixInput): Fix | undefined {
  const { cause } = input.finding;
  if (cause.kind === "policy") return nameKeys(input);
  const [keyArn = "", grantId] = cause.id.split("#grant/");
  const key = findKey(input.snapshot, keyArn.split("#")[0] ?? "");
  if (!key) return undefined;
  return grantId === undefined ? closePolicy(input, key) : revokeGrant(key, grantId);
}

function closePolicy({ finding }: FixInput, key: KmsKey): Fix | undefined {
  const { document, principals = [] } = finding.cause;
  const before = key.policy.known ? key.policy.value : undefined;
  if (!document || before === undefined || document.policyId !== idOf.resource(key.arn)) return undefined;
  const isEverybody = principals.includes("*");
  const after = editStatements(before, document.statements, (statement) =>
    isEverybody ? forThisAccount(statement, key) : withoutPrincipals(statement, principals),
  );
  if (!after) return undefined;
  return keyPolicyFix(key, {
    before,
    after,
    words: isEverybody
      ? `Bind the statement to this account's principals, and to requests that Kinesis makes for them, by kms:CallerAccount and kms:ViaService.`
      : "Take the principal out of the key's policy, or declare its account as known under Settings if it is meant to use the key.",
    announces: [
      {
        words: isEverybody
          ? "Other accounts, and other services of this one, no longer use the key by this statement."
          : "Whoever uses the key from that account is refused from then on.",
      },
    ],
  });
}

function forThisAccount(statement: RawStatement, { accountId, region }: KmsKey) {
  return withCondition(statement, "StringEquals", {
    "kms:CallerAccount": accountId,
    "kms:ViaService": viaKinesis(region),
  });
}

interface ChangedKeyPolicy {
  readonly before: string;
  readonly after: string;
  readonly words: string;
  readonly announces: readonly Announcement[];
}

/** A key with another policy. */
export function keyPolicyFix(key: KmsKey, { before, after, words, announces }: ChangedKeyPolicy): Fix {
  const { arn, region, keyId } = key;
  const document: HclValue = JSON.parse(after);
  return {
    words,
    commands: [
      command(
        "aws",
        "kms",
        "put-key-policy",
        "--region",
        region,
        "--key-id",
        arn,
        "--policy-name",
        "default",
        "--policy",
        JSON.stringify(document),
      ),
    ],
    terraform: resourceBlock("aws_kms_key_policy", terraformName(`key_${keyId}`), {
      key_id: arn,
      policy: jsonEncode(document),
    }),
    cloudFormation: cloudFormation({
      [logicalId("Key", keyId)]: { Type: "AWS::KMS::Key", Properties: { KeyPolicy: document } },
    }),
    documents: [{ policyId: idOf.resource(arn), before, after }],
    announces,
    apply: (given) =>
      changeKey(given, arn, (each) =>
        Object.assign({}, each, { policy: became(each.policy, after, "kms:GetKeyPolicy") }),
      ),
  };
}

/** Terraform and CloudFormation forget a grant by leaving it out, and know none that they did not make. */
function revokeGrant({ arn, region }: KmsKey, grantId: string): Fix {
  return {
    words: "Revoke the grant, or declare the account as known under Settings if it is meant to use the key.",
    commands: [
      command("aws", "kms", "revoke-grant", "--region", region, "--key-id", arn, "--grant-id", grantId),
    ],
    terraform: "# Take the aws_kms_grant out of the configuration that made it.\n",
    cloudFormation: cloudFormation({}),
    documents: [],
    announces: [{ words: "Whoever uses the key by the grant is refused from then on." }],
    apply: (given) =>
      changeKey(given, arn, (key) =>
        key.grants.known
          ? {
              ...key,
              grants: { ...key.grants, value: key.grants.value.filter(({ id }) => id !== grantId) },
            }
          : key,
      ),
  };
}

/** The keys that streams are encrypted with now; those of other services are for their owner to add. */
function nameKeys(input: FixInput): Fix | undefined {
  const keyArns = input.finding.subjects.flatMap(({ scope, id }) => (scope === "key" ? id : []));
  return policyFix(input, {
    words: "Name the keys that the holders decrypt with, one by one.",
    announces: [
      {
        words:
          "The keys of streams alone are named: what the holders decrypt elsewhere with another key has to be added.",
      },
      { checkId: "KDS-REST-06", words: "A key that is not named no longer lets the holders read." },
    ],
    edit: (statement) => withNamedKeys(statement, keyArns),
  });
}

function withNamedKeys(statement: RawStatement, keyArns: readonly string[]): RawStatement[] | undefined {
  const actions = textsOf(statement.Action);
  const isOfKeys = (pattern: string) => pattern.toLowerCase().startsWith("kms:");
  const [ofKeys, others] = [actions.filter(isOfKeys), actions.filter((each) => !isOfKeys(each))];
  if (ofKeys.length === 0 || others.some((pattern) => pattern.startsWith("*"))) return undefined;
  const { Sid: _sid, ...unnamed } = statement;
  const named = { ...statement, Action: ofKeys, Resource: [...keyArns] };
  return others.length === 0 ? [named] : [named, { ...unnamed, Action: others }];
}
