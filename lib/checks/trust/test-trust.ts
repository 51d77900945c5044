import type { AuditSettings } from "@/lib/model/settings";
import type { AccountSnapshot } from "@/lib/model/snapshot";
import { buildInventory, buildManagedPolicy, buildRole, documentOf } from "@/lib/model/test-iam";
import { read } from "@/lib/model/test-place";
import { buildRegion } from "@/lib/model/test-snapshot";
import { buildStream } from "@/lib/model/test-stream";
import { rolesAssumedByKnownPrincipals } from "@/lib/checks/roles-assumed-by-known-principals";
import { verdictOf } from "@/lib/checks/test-verdicts";

/** Not encrypted, so that Kinesis alone decides who holds a duty. */
export const plain = buildStream({ encryption: read({ type: "none" }) });

interface Change {
  readonly condition?: object;
  readonly deny?: object;
  readonly action?: string | string[];
  readonly account?: Partial<AccountSnapshot>;
  readonly settings?: Partial<AuditSettings>;
}

/** What the check says of an account with one producer, whose role trusts a principal so. */
export function trusting(
  principal: object | string,
  { condition, deny, action = "sts:AssumeRole", account, settings }: Change = {},
) {
  const trustPolicy = documentOf(
    { Principal: principal, Action: action, ...(condition && { Condition: condition }) },
    ...(deny ? [{ Effect: "Deny", Principal: "*", Action: "sts:*", Condition: deny }] : []),
  );
  return verdictOn(trustPolicy, { ...(account && { account }), ...(settings && { settings }) });
}

export function verdictOn(
  trustPolicy: string,
  { account = {}, settings = {} }: Pick<Change, "account" | "settings"> = {},
) {
  const policy = buildManagedPolicy();
  const roles = [buildRole({ attachedPolicyArns: [policy.arn], trustPolicy })];
  const iam = read(buildInventory({ roles, managedPolicies: [policy] }));
  return verdictOf(rolesAssumedByKnownPrincipals, {
    account: { iam, regions: [buildRegion({ streams: read([plain]) })], ...account },
    settings,
  });
}
