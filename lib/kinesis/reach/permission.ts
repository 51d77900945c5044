import type { AccessIndex, ToldContext } from "@/lib/iam/access-index/access-index";
import { hasPlace } from "@/lib/iam/access-index/resource-set";
import type { Certainty } from "@/lib/model/role-reach";
import type { Party } from "@/lib/model/stream-access";

/** An index, and where it keeps each resource. */
export interface Indexed {
  readonly index: AccessIndex;
  readonly placeOf: (arn: string) => number;
}

/** That something is allowed, and how surely. */
export interface Permission {
  readonly certainty: Certainty;
  readonly conditions: readonly string[];
}

export interface Asking {
  readonly action: string;
  readonly resourceArn: string;
  /** Values of condition keys that whoever does it chooses, or that follow from the resource. */
  readonly told?: ToldContext;
}

export const surely: Permission = { certainty: "sure", conditions: [] };

/** Whether a party may do an action on a resource; undefined where it may not. */
export function permit({ index, placeOf }: Indexed, party: Party, asking: Asking): Permission | undefined {
  const { action, resourceArn, told } = asking;
  const place = placeOf(resourceArn);
  const { must, may } = index.access(party.arn, action);
  if (!hasPlace(may, place)) return undefined;
  if (hasPlace(must, place)) return surely;
  const { decision, undeterminedKeys } = index.explain(party.arn, action, resourceArn, told);
  if (decision === "allowed") return surely;
  if (decision !== "undetermined") return undefined;
  const isUnread = undeterminedKeys.length === 0 && party.unreadPolicyIds.length > 0;
  return { certainty: isUnread ? "unknown" : "conditional", conditions: undeterminedKeys };
}

const order: readonly Certainty[] = ["sure", "conditional", "unknown"];

/** All of them together; undefined where one is missing. */
export function allOf(permissions: readonly (Permission | undefined)[]): Permission | undefined {
  const given = permissions.filter((each) => each !== undefined);
  if (given.length < permissions.length) return undefined;
  const at = Math.max(...given.map(({ certainty }) => order.indexOf(certainty)));
  const conditions = [...new Set(given.flatMap((each) => each.conditions))];
  return { certainty: order[at] ?? "unknown", conditions };
}

/** The surest of some ways. */
export function surest<Way extends { readonly permission: Permission }>(
  ways: readonly Way[],
): Way | undefined {
  const [first] = ways.toSorted(
    (one, other) => order.indexOf(one.permission.certainty) - order.indexOf(other.permission.certainty),
  );
  return first;
}
