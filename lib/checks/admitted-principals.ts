import { accountOf, parsePrincipal } from "@/lib/iam/principal";
import type { Principal, PrincipalEntry } from "@/lib/iam/principal";
import type { Statement } from "@/lib/iam/statement";
import type { Gap } from "@/lib/model/observed";
import type { Cause, Severity } from "@/lib/model/verdict";
import { positiveValues } from "@/lib/checks/bounding-conditions";
import { standingOf, standingOfOrganizations } from "@/lib/checks/known-accounts";
import type { OrganizationParts, Standing } from "@/lib/checks/known-accounts";
import { capitalised, malformed, readStatements } from "@/lib/checks/policy-document";
import type { DocumentOrigin } from "@/lib/checks/policy-document";

export interface ResourcePolicy {
  readonly id: string;
  readonly text: string;
  readonly origin: DocumentOrigin;
}

/** A principal that is not a known account's, or a gap where nobody can say. */
type Admission =
  | { readonly kind: "gap"; readonly gap: Gap }
  | {
      readonly kind: "stranger";
      readonly value: string;
      readonly index: number;
      readonly severity: Severity;
      /** What the policy does, after its name. */
      readonly admits: string;
    };

/** The principals that a resource policy admits and that are not known accounts, one cause each. Deny statements admit nobody. */
export function judgeResourcePolicy(
  { id, text, origin }: ResourcePolicy,
  parts: OrganizationParts,
): { causes: Cause[]; gaps: Gap[] } {
  const document = readStatements(text, origin);
  if (!document.ok) return { causes: [], gaps: [document.gap] };

  const allows = document.statements.filter(({ effect }) => effect === "Allow");
  const admissions = allows.flatMap((statement) => judgeStatement(statement, origin, parts));
  const strangers = admissions.filter((each) => each.kind === "stranger");
  const first = strangers.filter(
    ({ value }, at) => strangers.findIndex((each) => each.value === value) === at,
  );
  const causes = first.map(({ value, severity, admits }): Cause => {
    const statements = strangers.filter((each) => each.value === value).map(({ index }) => index);
    return {
      kind: "statement",
      id: `${id}#${value}`,
      label: `${capitalised(origin.name)} ${admits}.`,
      severity,
      document: { policyId: id, statements },
      principals: [value],
    };
  });
  return { causes, gaps: admissions.flatMap((each) => (each.kind === "gap" ? [each.gap] : [])) };
}

function judgeStatement(statement: Statement, origin: DocumentOrigin, parts: OrganizationParts): Admission[] {
  const { index, notPrincipals } = statement;
  // An Allow with NotPrincipal admits everybody but those that it lists.
  const principals = notPrincipals ? [{ type: "AWS", value: "*" } as const] : statement.principals;
  if (!principals) {
    const gap = malformed(origin, `cannot be judged: Statement[${index}] names no principal`);
    return [{ kind: "gap", gap }];
  }
  return principals.flatMap((entry) => judgeEntry(entry, statement, origin, parts) ?? []);
}

/** Undefined: a known account's. */
function judgeEntry(
  entry: PrincipalEntry,
  statement: Statement,
  origin: DocumentOrigin,
  parts: OrganizationParts,
): Admission | undefined {
  const principal = parsePrincipal(entry);
  const stranger = { kind: "stranger", value: entry.value, index: statement.index } as const;
  if (principal.kind === "deleted")
    return { ...stranger, severity: "low", admits: "still names a user or role that was deleted" };
  const admits = admittance(principal, entry.value);
  if (!admits) return { kind: "gap", gap: notUnderstood(entry, statement, origin) };

  const accountId = accountOf(principal);
  const standing = accountId === undefined ? "outside" : standingOf(accountId, parts);
  const bound = boundOf(statement, parts);
  if (standing === "known" || bound === "known") return undefined;
  if (standing !== "outside") return { kind: "gap", gap: standing.gap };
  // The bound may be to one's own organization, where that is not known.
  if (bound !== "outside") return { kind: "gap", gap: bound.gap };
  return { ...stranger, severity: "critical", admits };
}

function admittance(principal: Principal, value: string): string | undefined {
  if (principal.kind === "everyone") return "admits everybody";
  const accountId = accountOf(principal);
  if (accountId === undefined) return undefined;
  if (principal.kind === "account") return `admits the whole account ${accountId}, which is not known`;
  return `admits ${value}, of account ${accountId}, which is not known`;
}

/** Whether a condition bounds a statement to this account's own organization. */
function boundOf(statement: Statement, parts: OrganizationParts): Standing {
  const paths = positiveValues(statement, "aws:PrincipalOrgPaths");
  const ids =
    positiveValues(statement, "aws:PrincipalOrgID") ?? paths?.map((path) => path.replace(/\/.*/s, ""));
  return ids ? standingOfOrganizations(ids, parts) : "outside";
}

function notUnderstood({ type, value }: PrincipalEntry, { index }: Statement, origin: DocumentOrigin): Gap {
  const problem = `cannot be judged: Statement[${index}] names ${type} ${value}, which Kinesis does not accept`;
  return malformed(origin, problem);
}
