import { matchesAction } from "@/lib/iam/match-action";
import { matchesArn } from "@/lib/iam/match-arn";
import type { Statement } from "@/lib/iam/statement";
import type { DerivedParts, RegionPlace } from "@/lib/model/check";
import type { Gap } from "@/lib/model/observed";
import type { AccountParts } from "@/lib/model/snapshot";
import type { Cause } from "@/lib/model/verdict";
import { attachedPolicies } from "@/lib/checks/attached-policies";
import type { AttachedPolicy } from "@/lib/checks/attached-policies";
import { capitalised, readStatements } from "@/lib/checks/policy-document";
import { isAwsManaged } from "@/lib/checks/policy-name";

export interface DecryptingPolicies {
  readonly causes: readonly Cause[];
  readonly gaps: readonly Gap[];
}

type Input = RegionPlace & Pick<AccountParts, "iam"> & Pick<DerivedParts, "access">;

/**
 * The policies of the customer's own that allow decrypting with every key of the account.
 *
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html
 */
export function decryptingPolicies(input: Input): DecryptingPolicies {
  const { iam } = input;
  if (!iam.known) return { causes: [], gaps: [iam.gap] };
  const judged = attachedPolicies(iam.value)
    .filter(({ id }) => !isAwsManaged(id))
    .map((policy) => judge(policy, input));
  return {
    causes: judged.flatMap(({ cause }) => cause ?? []),
    gaps: judged.flatMap(({ gap }) => gap ?? []),
  };
}

function judge(policy: AttachedPolicy, input: Input): { readonly cause?: Cause; readonly gap?: Gap } {
  const { id, name, holders, document } = policy;
  if ("gap" in document) return { gap: document.gap };
  const read = readStatements(document.text, {
    name,
    action: "iam:GetAccountAuthorizationDetails",
    resource: id,
  });
  if (!read.ok) return { gap: read.gap };
  const wide = read.statements.filter((statement) => decryptsEverything(statement, input));
  if (wide.length === 0 || isLeftAside(policy, input)) return {};
  return {
    cause: {
      kind: "policy",
      id,
      label: `${capitalised(name)} allows kms:Decrypt on every key.`,
      severity: "low",
      document: { policyId: id, statements: wide.map(({ index }) => index) },
      principals: holders.map(({ arn }) => arn),
    },
  };
}

function decryptsEverything(
  { effect, actions, notActions, resources, notResources, conditions }: Statement,
  { partition, region, accountId }: Input,
): boolean {
  const anyKey = `arn:${partition}:kms:${region}:${accountId}:key/weir-probe-6f1c`;
  const allowsAction = notActions
    ? !notActions.some((pattern) => matchesAction(pattern, "kms:Decrypt"))
    : actions?.some((pattern) => matchesAction(pattern, "kms:Decrypt"));
  const allKeys = notResources
    ? !notResources.some((pattern) => matchesArn(pattern, anyKey))
    : resources?.some((pattern) => matchesArn(pattern, anyKey));
  // A condition on the key, its aliases or what it encrypts says which keys after all.
  const isNarrowed = conditions.some(({ key }) =>
    /^(kms:(resourcealiases|requestalias|encryptioncontext|viaservice)|aws:resourcetag)/i.test(key),
  );
  return effect === "Allow" && allowsAction === true && allKeys === true && !isNarrowed;
}

/** Of those who may do everything anyhow, KDS-LP-01 and KDS-LP-02 tell. */
function isLeftAside({ holders }: AttachedPolicy, { access, region }: Input): boolean {
  const standings = new Map(access.parties.map((party) => [party.arn, access.standingOf(party, region)]));
  return holders.every(({ arn }) => (standings.get(arn) ?? "ordinary") !== "ordinary");
}
