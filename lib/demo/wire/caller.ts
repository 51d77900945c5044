import { createHash } from "node:crypto";
import type { AccountFacts } from "../account-facts";

/** Who signed a request. */
export interface Caller {
  readonly arn: string;
  readonly userId: string;
}

const tokenMark = "weir-demo-session.";

/** The session token carries the session, so that a key outlives a restart of the server. */
export function toSessionToken({ arn, userId }: Caller): string {
  return tokenMark + Buffer.from(JSON.stringify([arn, userId])).toString("base64url");
}

/** A caller without a session of ours is the one that the account names. */
export function callerOf(account: AccountFacts, sessionToken: string | string[] | undefined): Caller {
  return fromSessionToken(sessionToken) ?? { arn: account.callerArn, userId: userIdOf(account) };
}

function fromSessionToken(token: string | string[] | undefined): Caller | undefined {
  if (typeof token !== "string" || !token.startsWith(tokenMark)) return undefined;
  try {
    const session: unknown = JSON.parse(
      Buffer.from(token.slice(tokenMark.length), "base64url").toString("utf8"),
    );
    if (!Array.isArray(session)) return undefined;
    const [arn, userId] = session.map(String);
    return arn && userId ? { arn, userId } : undefined;
  } catch {
    return undefined;
  }
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable */
function userIdOf({ accountId, callerArn, iam }: AccountFacts): string {
  const [kind, ...path] = callerArn.split(":").slice(5).join(":").split("/");
  if (kind === "root") return accountId;
  if (kind === "assumed-role") {
    const [roleName = "", session = ""] = path;
    const role = iam.roles.find(({ RoleName }) => RoleName === roleName);
    return `${role?.RoleId ?? uniqueId("AROA", roleName)}:${session}`;
  }
  return iam.users.find(({ Arn }) => Arn === callerArn)?.UserId ?? uniqueId("AIDA", callerArn);
}

/** A made-up id in AWS's form: four letters that tell the kind, then 16 letters that follow from the seed. */
export function uniqueId(prefix: string, seed: string): string {
  const digest = createHash("sha256").update(seed).digest();
  return (
    prefix +
    Array.from(digest.subarray(0, 16), (byte) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[byte % 32]).join("")
  );
}
