import { parseArn } from "@/lib/model/arn";

export const principalKinds = ["user", "role", "external"] as const;
export type PrincipalKind = (typeof principalKinds)[number];

/** How a principal is shown: by its name, with what tells it from others of that name under it. */
export interface PrincipalFace {
  readonly arn: string;
  readonly kind: PrincipalKind;
  readonly name: string;
  /** `role`, `service-linked role`, `role of account 555566667777`. */
  readonly what: string;
}

/** What an ARN, or `*` for everyone, says of whom it names, seen from the account that owns the stream. */
export function faceOf(arn: string, homeAccountId: string): PrincipalFace {
  if (arn === "*")
    return { arn, kind: "external", name: "Everyone", what: "named as * by a resource policy" };
  const parsed = parseArn(arn);
  if (!parsed) return { arn, kind: "external", name: arn, what: "principal of another kind" };
  const { accountId, resource } = parsed;
  const isForeign = accountId !== homeAccountId;
  if (resource === "root")
    return { arn, kind: "external", name: `Account ${accountId}`, what: "whoever that account lets" };
  const [type = "", ...path] = resource.split("/");
  const name = path.at(-1) ?? resource;
  const isServiceLinked = type === "role" && path[0] === "aws-service-role";
  const what = `${isServiceLinked ? "service-linked " : ""}${type}${isForeign ? ` of account ${accountId}` : ""}`;
  return { arn, kind: isForeign ? "external" : kindOf(type), name, what };
}

function kindOf(type: string): PrincipalKind {
  return type === "user" || type === "role" ? type : "external";
}
