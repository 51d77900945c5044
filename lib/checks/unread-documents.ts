import { isProven } from "@/lib/checks/held-by-party";
import { attachedPolicies } from "@/lib/checks/attached-policies";
import { unevaluated } from "@/lib/checks/policy-document";
import { policyName } from "@/lib/checks/policy-name";
import type { IamInventory } from "@/lib/model/iam-inventory";
import type { Gap, Observed } from "@/lib/model/observed";
import type { HeldDuty, Party } from "@/lib/model/stream-access";

const action = "iam:GetAccountAuthorizationDetails";

/** What could not be read and decides duties that are not proven. */
export function gapsOfCells(cells: readonly HeldDuty[], iam: Observed<IamInventory>): Gap[] {
  const open = cells.filter((cell) => !isProven(cell));
  const parties = new Set(open.map(({ party }) => party));
  const besides = new Set(open.flatMap(({ openGap }) => openGap ?? []));
  return [...[...parties].flatMap((party) => gapsOfUnread(party, iam)), ...besides];
}

type GapOf = (policyId: string) => Gap;

const known = new WeakMap<IamInventory, GapOf>();

/** Why the documents of a party that could not be read could not, each as its own gap. */
export function gapsOfUnread({ unreadPolicyIds }: Party, iam: Observed<IamInventory>): Gap[] {
  if (unreadPolicyIds.length === 0) return [];
  if (!iam.known) return [iam.gap];
  const gapOf = known.get(iam.value) ?? gapsByPolicy(iam.value);
  known.set(iam.value, gapOf);
  return unreadPolicyIds.map(gapOf);
}

function gapsByPolicy(inventory: IamInventory): GapOf {
  const attached = new Map(attachedPolicies(inventory).map((policy) => [policy.id, policy]));
  const boundaries = new Map(inventory.managedPolicies.map(({ arn, document }) => [arn, document]));
  const find: GapOf = (policyId) => {
    const policy = attached.get(policyId);
    const document = policy?.document ?? { text: boundaries.get(policyId) };
    if ("gap" in document) return document.gap;
    const name = policy?.name ?? policyName(policyId);
    const { text } = document;
    const origin = { name, action, resource: policyId };
    return (text !== undefined && unevaluated(text, "identity", origin)) || notListed(policyId, name);
  };
  // Every stream asks about the same documents again.
  const found = new Map<string, Gap>();
  return (policyId) => {
    const gap = found.get(policyId) ?? find(policyId);
    found.set(policyId, gap);
    return gap;
  };
}

function notListed(resource: string, name: string): Gap {
  return { action, reason: "empty", message: `IAM's answer does not hold ${name}.`, resource };
}
