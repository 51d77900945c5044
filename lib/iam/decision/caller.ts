import { parseArn } from "@/lib/model/arn";
import { parsePrincipal } from "@/lib/iam/principal";
import type { Principal } from "@/lib/iam/principal";

type Named = Extract<
  Principal,
  { kind: "user" | "role" | "role-session" | "federated-user" | "service" | "federated" }
>;

/** Who makes a request. */
export type Caller =
  | Named
  /** The root user of an account. */
  | { readonly kind: "root"; readonly accountId: string; readonly arn: string }
  /** Somebody of an account whom no policy names; what its policies are, nobody knows. */
  | { readonly kind: "unnamed"; readonly accountId: string }
  | { readonly kind: "anonymous" };

const publicProviders = new Set([
  "cognito-identity.amazonaws.com",
  "accounts.google.com",
  "graph.facebook.com",
  "www.amazon.com",
]);

const partition = "aws";

/**
 * Reads who makes a request: the ARN of a user, role, session or root user, an account's number for its
 * root user, a service's name, an identity provider, `*` for nobody in particular.
 */
export function parseCaller(text: string): Caller | undefined {
  if (text === "*") return { kind: "anonymous" };
  if (publicProviders.has(text) || /^arn:[^:]+:iam::\d{12}:(?:oidc|saml)-provider\/./.test(text))
    return { kind: "federated", provider: text };
  if (/^[a-z0-9.-]+\.amazonaws\.com(?:\.cn)?$/.test(text)) return { kind: "service", service: text };
  const principal = parsePrincipal({ type: "AWS", value: text });
  if (principal.kind === "account") return rootOf(principal.accountId, text);
  return isNamed(principal) ? principal : undefined;
}

function rootOf(accountId: string, text: string): Caller {
  const arn = parseArn(text) ? text : `arn:${partition}:iam::${accountId}:root`;
  return { kind: "root", accountId, arn };
}

const namedKinds: ReadonlySet<string> = new Set(["user", "role", "role-session", "federated-user"]);

function isNamed(principal: Principal): principal is Named {
  return namedKinds.has(principal.kind);
}

/** The account that a caller belongs to; services, identity providers and nobody belong to none. */
export function accountOfCaller(caller: Caller): string | undefined {
  return "accountId" in caller ? caller.accountId : undefined;
}
