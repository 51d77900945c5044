import { matchesAction } from "@/lib/iam/match-action";
import { matchesArn } from "@/lib/iam/match-arn";
import type { Statement } from "@/lib/iam/statement";
import type { IamInventory } from "@/lib/model/iam-inventory";
import type { DerivedParts, RegionPlace } from "@/lib/model/check";
import type { Gap } from "@/lib/model/observed";
import type { AccountParts } from "@/lib/model/snapshot";
import type { Cause } from "@/lib/model/verdict";
import { attachedPolicies } from "@/lib/checks/attached-policies";
import type { AttachedPolicy } from "@/lib/checks/attached-policies";
import { capitalised, readStatements } from "@/lib/checks/policy-document";
import { isAwsManaged } from "@/lib/checks/policy-name";

/** What is found about one key. */
interface Decrypting {
  readonly causes: readonly Cause[];
  readonly gaps: readonly Gap[];
}

/** The policies that let somebody decrypt with a key, by its ARN, because they allow it with all keys. */
export type DecryptingPolicies = (keyArn: string) => Decrypting;

type Input = RegionPlace & Pick<AccountParts, "iam"> & Pick<DerivedParts, "access">;

/**
 * The policies of the customer's own that allow decrypting with every key of the account, as far as one of their holders
 * may use the key in the end.
 *
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html
 */
export function decryptingPolicies(input: Input): DecryptingPolicies {
  const { iam, access } = input;
  if (!iam.known) return () => ({ causes: [], gaps: [iam.gap] });
  const ordinary = ordinaryArns(input);
  const judged = attachedPolicies(iam.value)
    .filter(({ id }) => !isAwsManaged(id))
    .map((policy) => {
      const holderArns = holdersOf(policy, iam.value).filter((arn) => ordinary.has(arn));
      return judge(policy, holderArns, input);
    });
  return (keyArn) => {
    const users = new Set(access.actors("kms:Decrypt", keyArn).map(({ party }) => party.arn));
    const inForce = judged.filter(({ holderArns }) => holderArns.some((arn) => users.has(arn)));
    return {
      causes: inForce.flatMap(({ cause }) => cause ?? []),
      gaps: [...inForce.flatMap(({ gap }) => gap ?? []), ...access.standingGaps(input.region)],
    };
  };
}

interface JudgedPolicy {
  readonly holderArns: readonly string[];
  readonly cause?: Cause;
  readonly gap?: Gap;
}

function judge(
  { id, name, holders, document }: AttachedPolicy,
  holderArns: readonly string[],
  input: Input,
): JudgedPolicy {
  if ("gap" in document) return { holderArns, gap: document.gap };
  const read = readStatements(document.text, {
    name,
    action: "iam:GetAccountAuthorizationDetails",
    resource: id,
  });
  if (!read.ok) return { holderArns, gap: read.gap };
  const wide = read.statements.filter((statement) => decryptsEverything(statement, input));
  if (wide.length === 0) return { holderArns };
  return {
    holderArns,
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

/** The users and roles that a policy is in force for. */
function holdersOf({ holders }: AttachedPolicy, { users }: IamInventory): string[] {
  return holders.flatMap(({ kind, arn, name }) =>
    kind === "group"
      ? users.filter(({ groupNames }) => groupNames.includes(name)).map((user) => user.arn)
      : [arn],
  );
}

/** Those who may not do everything anyhow: of the others KDS-LP-01 and KDS-LP-02 tell. */
function ordinaryArns({ access, region }: Input): ReadonlySet<string> {
  return new Set(
    access.parties.filter((party) => access.standingOf(party, region) === "ordinary").map(({ arn }) => arn),
  );
}
