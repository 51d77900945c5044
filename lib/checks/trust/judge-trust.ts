import { matchesAction } from "@/lib/iam/match-action";
import { parsePrincipal } from "@/lib/iam/principal";
import type { PrincipalEntry } from "@/lib/iam/principal";
import type { Statement } from "@/lib/iam/statement";
import type { IamRole } from "@/lib/model/iam-inventory";
import type { Gap } from "@/lib/model/observed";
import { policyId } from "@/lib/model/policy-id";
import type { Cause } from "@/lib/model/verdict";
import { heaviest } from "@/lib/model/verdict";
import { malformed, readStatements } from "@/lib/checks/policy-document";
import type { DocumentOrigin } from "@/lib/checks/policy-document";
import { judgeAccountPrincipal, judgeEverybody } from "@/lib/checks/trust/judge-accounts";
import type { TrustParts } from "@/lib/checks/trust/judge-accounts";
import { judgeFederation } from "@/lib/checks/trust/judge-federation";
import { judgeService } from "@/lib/checks/trust/judge-service";
import type { TrustFault, TrustStatement } from "@/lib/checks/trust/trust-fault";

export interface JudgedTrust {
  readonly causes: readonly Cause[];
  readonly gaps: readonly Gap[];
}

const assuming = ["sts:AssumeRole", "sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity"];

/** Whom the trust policy of a role lets in who is not known, or not narrowed down: one cause for each that it names. */
export function judgeTrust({ arn, name, trustPolicy }: IamRole, parts: TrustParts): JudgedTrust {
  const action = "iam:GetAccountAuthorizationDetails";
  const origin = { name: `the trust policy of role ${name}`, action, resource: arn };
  const document = readStatements(trustPolicy, origin);
  if (!document.ok) return { causes: [], gaps: [document.gap] };

  const denies = document.statements.filter(({ effect }) => effect === "Deny");
  const found = document.statements.filter(letsAssume).flatMap((statement) =>
    entriesOf(statement).flatMap((entry) => {
      const fault = judgeEntry(entry, { statement, denies }, parts, origin);
      return fault ? [{ fault, who: entry.value, index: statement.index }] : [];
    }),
  );
  const gaps = found.flatMap(({ fault }) => ("gap" in fault ? [fault.gap] : []));
  const byWho = new Map<string, Cause>();
  for (const { fault, who, index } of found) {
    if ("gap" in fault) continue;
    const known = byWho.get(who);
    const label = `Role ${name} can be assumed ${fault.says}.`;
    const isHeavier = !known || heaviest(known.severity, fault.severity) !== known.severity;
    byWho.set(who, {
      kind: "trust",
      id: `${policyId.trust(arn)} ${who}`,
      ...(isHeavier ? { label, severity: fault.severity } : { label: known.label, severity: known.severity }),
      document: {
        policyId: policyId.trust(arn),
        statements: [...new Set([...(known?.document?.statements ?? []), index])],
      },
      principals: [arn],
    });
  }
  return { causes: [...byWho.values()], gaps };
}

/** A statement about tags of sessions alone lets nobody in. */
function letsAssume({ effect, actions, notActions }: Statement): boolean {
  if (effect === "Deny") return false;
  const isCovered = (action: string) =>
    notActions
      ? !notActions.some((pattern) => matchesAction(pattern, action))
      : (actions ?? []).some((pattern) => matchesAction(pattern, action));
  return assuming.some(isCovered);
}

/** An Allow with NotPrincipal lets everybody in but those that it lists. */
function entriesOf({ principals = [], notPrincipals }: Statement): readonly PrincipalEntry[] {
  return notPrincipals ? [{ type: "AWS", value: "*" }] : principals;
}

function judgeEntry(
  entry: PrincipalEntry,
  trust: TrustStatement,
  parts: TrustParts,
  origin: DocumentOrigin,
): TrustFault | undefined {
  const principal = parsePrincipal(entry);
  if (principal.kind === "everyone") return judgeEverybody(trust, parts);
  if (principal.kind === "service") return judgeService(principal.service, trust.statement);
  if (principal.kind === "federated") return judgeFederation(principal.provider, trust.statement);
  if (principal.kind === "deleted")
    return { says: `still by a user or role that was deleted (${entry.value})`, severity: "low" };
  if (principal.kind === "unrecognised")
    return { gap: malformed(origin, `cannot be judged: it names ${entry.type} ${entry.value}`) };
  return judgeAccountPrincipal(principal.accountId, entry.value, trust, parts);
}
