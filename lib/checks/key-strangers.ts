import { accountOf, parsePrincipal } from "@/lib/iam/principal";
import type { PrincipalEntry } from "@/lib/iam/principal";
import type { Statement } from "@/lib/iam/statement";
import type { KmsKey } from "@/lib/model/kms-key";
import type { Gap } from "@/lib/model/observed";
import { policyId } from "@/lib/model/policy-id";
import type { Cause, Severity } from "@/lib/model/verdict";
import { isBounded, positiveValues } from "@/lib/checks/bounding-conditions";
import { standingOf, standingOfOrganizations } from "@/lib/checks/known-accounts";
import type { OrganizationParts, Standing } from "@/lib/checks/known-accounts";
import { capitalised, readStatements } from "@/lib/checks/policy-document";

interface Strangers {
  readonly causes: readonly Cause[];
  readonly gaps: readonly Gap[];
}

/** Whom a key's policy admits and nobody knows; what of it is only worth a note stands in `notes`. */
export function keyPolicyStrangers(
  { arn, policy, region }: KmsKey,
  name: string,
  parts: OrganizationParts,
): Strangers & { readonly notes: readonly string[] } {
  if (!policy.known) return { causes: [], gaps: [policy.gap], notes: [] };
  const origin = { name: `the policy of ${name}`, action: "kms:GetKeyPolicy", resource: arn, region };
  const read = readStatements(policy.value, origin);
  if (!read.ok) return { causes: [], gaps: [read.gap], notes: [] };
  const allows = read.statements.filter(({ effect }) => effect === "Allow");
  const found = allows.flatMap((statement) =>
    entriesOf(statement).map((entry) => judgeEntry(entry, statement, parts)),
  );
  const strangers = new Map<string, { severity: Severity; admits: string; indexes: number[] }>();
  for (const each of found) {
    if (!("admits" in each)) continue;
    const { severity, admits, value, index } = each;
    const known = strangers.get(value) ?? { severity, admits, indexes: [] };
    known.indexes.push(index);
    strangers.set(value, known);
  }
  const id = policyId.resource(arn);
  return {
    causes: [...strangers].map(([value, { severity, admits, indexes }]) => ({
      kind: "statement",
      id: `${id}#${value}`,
      label: `${capitalised(origin.name)} ${admits}.`,
      severity,
      document: { policyId: id, statements: indexes },
      principals: [value],
    })),
    gaps: found.flatMap((each) => ("gap" in each ? [each.gap] : [])),
    notes: allows.some((statement) => namesDecrypt(statement) && !isThroughKinesis(statement))
      ? [
          `A statement of ${name}'s policy that allows decrypting is bound neither to Kinesis by kms:ViaService nor to a stream by its encryption context.`,
        ]
      : [],
  };
}

function entriesOf({ principals = [], notPrincipals }: Statement): readonly PrincipalEntry[] {
  return notPrincipals ? [{ type: "AWS", value: "*" }] : principals;
}

type Admission =
  | { readonly kind: "known" }
  | { readonly gap: Gap }
  | { readonly severity: Severity; readonly admits: string; readonly value: string; readonly index: number };

function judgeEntry(entry: PrincipalEntry, statement: Statement, parts: OrganizationParts): Admission {
  const principal = parsePrincipal(entry);
  const { value } = entry;
  const { index } = statement;
  if (principal.kind === "everyone") {
    const bound = boundOf(statement, parts);
    if (bound === "known") return { kind: "known" };
    if (bound !== "outside") return { gap: bound.gap };
    return { severity: "critical", admits: "admits everybody", value, index };
  }
  const accountId = accountOf(principal);
  if (accountId === undefined) return { kind: "known" };
  const standing = standingOf(accountId, parts);
  if (standing === "known") return { kind: "known" };
  if (standing !== "outside") return { gap: standing.gap };
  const admits =
    principal.kind === "account"
      ? `admits the whole account ${accountId}`
      : `admits ${value}, of account ${accountId}`;
  return { severity: "high", admits: `${admits}, which is not known`, value, index };
}

/** `kms:CallerAccount` is what KMS's own policies bound everybody by. */
function boundOf(statement: Statement, parts: OrganizationParts): Standing {
  const callers =
    positiveValues(statement, "kms:CallerAccount") ?? positiveValues(statement, "aws:PrincipalAccount");
  if (callers) {
    const standings = callers.map((accountId) => standingOf(accountId, parts));
    const open = standings.find((standing) => typeof standing === "object");
    if (standings.includes("outside")) return "outside";
    return open ?? "known";
  }
  const ids = positiveValues(statement, "aws:PrincipalOrgID");
  if (ids) return standingOfOrganizations(ids, parts);
  return isBounded(statement, "principal") ? "known" : "outside";
}

/** A statement that allows everything is the root's delegation, which is no news. */
function namesDecrypt({ actions = [] }: Statement): boolean {
  return actions.some((pattern) => /^kms:decrypt$/i.test(pattern));
}

function isThroughKinesis({ conditions }: Statement): boolean {
  return conditions.some(({ key }) => /^kms:(viaservice|encryptioncontext)/i.test(key));
}

/** Whom the key's grants admit and nobody knows. */
export function grantees({ arn, grants }: KmsKey, name: string, parts: OrganizationParts): Strangers {
  if (!grants.known) return { causes: [], gaps: [grants.gap] };
  const judged = grants.value.map((grant) => {
    const accountId = accountOf(parsePrincipal({ type: "AWS", value: grant.granteePrincipal }));
    return { grant, accountId, standing: accountId === undefined ? "known" : standingOf(accountId, parts) };
  });
  return {
    causes: judged
      .filter(({ standing }) => standing === "outside")
      .map(({ grant, accountId }) => ({
        kind: "key",
        id: `${arn}#grant/${grant.id}`,
        label: `A grant on ${name} lets ${grant.granteePrincipal}, of account ${accountId}, which is not known, use it for ${grant.operations.join(", ")}.`,
        severity: "high",
        principals: [grant.granteePrincipal],
      })),
    gaps: judged.flatMap(({ standing }) => (typeof standing === "object" ? [standing.gap] : [])),
  };
}
