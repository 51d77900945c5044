import { parseArn } from "@/lib/model/arn";

/** The key that a principal stands under in a policy document. */
export const principalTypes = ["AWS", "Service", "Federated", "CanonicalUser"] as const;
type PrincipalType = (typeof principalTypes)[number];

/** One value of a Principal element, as written; `"Principal": "*"` is `AWS` with `*`. */
export interface PrincipalEntry {
  readonly type: PrincipalType;
  readonly value: string;
}

/** What a principal in a policy stands for. */
export type Principal =
  | { readonly kind: "everyone" }
  /** A whole account, by its id or its `:root`: whoever that account's policies allow. */
  | { readonly kind: "account"; readonly accountId: string }
  | {
      readonly kind: "user" | "role";
      readonly accountId: string;
      readonly name: string;
      readonly arn: string;
    }
  | {
      readonly kind: "role-session";
      readonly accountId: string;
      readonly roleName: string;
      readonly arn: string;
    }
  | { readonly kind: "federated-user"; readonly accountId: string; readonly arn: string }
  /** AWS shows the unique id where the user or role behind it is gone. */
  | { readonly kind: "deleted"; readonly uniqueId: string }
  | { readonly kind: "service"; readonly service: string }
  | { readonly kind: "federated"; readonly provider: string }
  | { readonly kind: "unrecognised"; readonly value: string };

/**
 * Reads a principal of a resource, key or trust policy. Part wildcards never match in a principal, so
 * that such text stays unrecognised.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function parsePrincipal({ type, value }: PrincipalEntry): Principal {
  if (type === "Service") return { kind: "service", service: value };
  if (type === "Federated") return { kind: "federated", provider: value };
  if (type === "CanonicalUser") return { kind: "unrecognised", value };
  if (value === "*") return { kind: "everyone" };
  if (isAccountId(value)) return { kind: "account", accountId: value };
  if (/^A(ROA|IDA)[A-Z0-9]{12,}$/.test(value)) return { kind: "deleted", uniqueId: value };
  return parsePrincipalArn(value) ?? { kind: "unrecognised", value };
}

/** The account that a principal belongs to, where it belongs to one. */
export function accountOf(principal: Principal): string | undefined {
  return "accountId" in principal ? principal.accountId : undefined;
}

function parsePrincipalArn(value: string): Principal | undefined {
  const arn = parseArn(value);
  if (!arn || !isAccountId(arn.accountId) || arn.region !== "" || /[*?]/.test(arn.resource)) return undefined;
  const place = { accountId: arn.accountId, arn: value };
  if (arn.service === "iam") return parseIdentity(arn.resource, place);
  return arn.service === "sts" ? parseSession(arn.resource, place) : undefined;
}

interface PrincipalPlace {
  readonly accountId: string;
  readonly arn: string;
}

function parseIdentity(resource: string, place: PrincipalPlace): Principal | undefined {
  if (resource === "root") return { kind: "account", accountId: place.accountId };
  const name = /^(?:user|role)\/(?:.*\/)?([^/]+)$/.exec(resource)?.[1];
  return name ? { kind: resource.startsWith("user/") ? "user" : "role", ...place, name } : undefined;
}

function parseSession(resource: string, place: PrincipalPlace): Principal | undefined {
  const roleName = /^assumed-role\/([^/]+)\/[^/]+$/.exec(resource)?.[1];
  if (roleName) return { kind: "role-session", ...place, roleName };
  return resource.startsWith("federated-user/") ? { kind: "federated-user", ...place } : undefined;
}

function isAccountId(text: string): boolean {
  return /^\d{12}$/.test(text);
}
