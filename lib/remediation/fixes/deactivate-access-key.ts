import { parseArn } from "@/lib/model/arn";
import type { Snapshot } from "@/lib/model/snapshot";
import type { Fix, FixInput } from "@/lib/remediation/fix";
import { cloudFormation } from "@/lib/remediation/documents";
import { resourceBlock } from "@/lib/remediation/hcl";
import { logicalId, terraformName } from "@/lib/remediation/names";
import { command } from "@/lib/remediation/shell";

/** KDS-CRED-02: a key that is switched off can be switched on again, should somebody miss it. */
export function deactivateAccessKey({ finding }: FixInput): Fix | undefined {
  const [userArn = "", keyId] = finding.cause.id.split("#access-key/");
  const userName = parseArn(userArn)?.resource.split("/").at(-1);
  if (userName === undefined || keyId === undefined) return undefined;
  return {
    words:
      "Give what uses the key a role, then switch the key off and watch for a while before it is deleted. An inactive key can be switched on again.",
    commands: [
      command(
        "aws",
        "iam",
        "update-access-key",
        "--user-name",
        userName,
        "--access-key-id",
        keyId,
        "--status",
        "Inactive",
      ),
    ],
    terraform: resourceBlock("aws_iam_access_key", terraformName(userName), {
      user: userName,
      status: "Inactive",
    }),
    cloudFormation: cloudFormation({
      [logicalId("AccessKey", userName)]: {
        Type: "AWS::IAM::AccessKey",
        Properties: { UserName: userName, Status: "Inactive" },
      },
    }),
    documents: [],
    announces: [{ words: "Requests that are signed with the key are refused from then on." }],
    apply: (given) => withoutKey(given, userArn, keyId),
  };
}

function withoutKey(snapshot: Snapshot, user: string, keyId: string): Snapshot {
  return {
    ...snapshot,
    accounts: snapshot.accounts.map((account) => {
      const { accessKeys } = account;
      if (!accessKeys.known) return account;
      const value = accessKeys.value.map(({ userArn, keys }) => {
        if (userArn !== user || !keys.known) return { userArn, keys };
        const changed = keys.value.map((key) =>
          Object.assign({}, key, { active: key.active && key.id !== keyId }),
        );
        return { userArn, keys: { ...keys, value: changed } };
      });
      return Object.assign({}, account, { accessKeys: { ...accessKeys, value } });
    }),
  };
}
