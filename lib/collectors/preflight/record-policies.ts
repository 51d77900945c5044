import "server-only";
import type { IamPage } from "@/lib/collectors/iam-answer";
import { parseArn } from "@/lib/model/arn";

/**
 * AWS managed policies that allow reading the records of every stream.
 *
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonKinesisReadOnlyAccess.html
 */
const readRecords = new Set([
  "AdministratorAccess",
  "PowerUserAccess",
  "ReadOnlyAccess",
  "AmazonKinesisFullAccess",
  "AmazonKinesisReadOnlyAccess",
  "service-role/AWSLambdaKinesisExecutionRole",
]);

/** Those of the caller's own attached policies, its groups' included; null when the page does not hold the caller. */
export function recordPoliciesOf(identityArn: string, page: IamPage | undefined): string[] | null {
  const attached = page && attachedTo(identityArn, page);
  if (!attached) return null;
  return attached
    .flatMap(({ PolicyArn }) => {
      const arn = parseArn(PolicyArn);
      const name = arn?.accountId === "aws" ? arn.resource.slice("policy/".length) : "";
      return readRecords.has(name) ? [name] : [];
    })
    .toSorted();
}

/** The path of a role is not in the ARN of its session, but names are unique in an account. */
function attachedTo(identityArn: string, page: IamPage) {
  const [kind, ...rest] = parseArn(identityArn)?.resource.split("/") ?? [];
  if (kind === "assumed-role") {
    return page.RoleDetailList.find(({ RoleName }) => RoleName === rest[0])?.AttachedManagedPolicies;
  }
  const user = page.UserDetailList.find(({ Arn }) => Arn === identityArn);
  if (!user) return undefined;
  const groups = user.GroupList.map((name) =>
    page.GroupDetailList.find(({ GroupName }) => GroupName === name),
  );
  if (groups.includes(undefined)) return undefined;
  return [
    ...user.AttachedManagedPolicies,
    ...groups.flatMap((group) => group?.AttachedManagedPolicies ?? []),
  ];
}
