import type { Snapshot } from "@/lib/model/snapshot";
import type { OwnDocument } from "@/lib/remediation/documents";

/**
 * How long policies may be, in characters without white space.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export const policySizes = {
  managed: 6144,
  /** All inline policies of one identity together. */
  user: 2048,
  group: 5120,
  role: 10_240,
  /** A trust policy, unless the account asked for more. */
  trust: 2048,
  /** A service control policy; here white space counts. */
  serviceControl: 5120,
} as const;

/** The length that IAM counts. */
export function sizeOf(text: string): number {
  return text.replaceAll(/\s/g, "").length;
}

/** What IAM has room for in a document's place, beside the other inline policies of its owner. */
export function roomFor({ place, policyId, text }: OwnDocument, { accounts }: Snapshot): number {
  if (place.kind === "managed") return policySizes.managed;
  const ownerArn = policyId.slice(0, policyId.indexOf("#"));
  const owners = accounts.flatMap(({ iam }) =>
    iam.known ? [...iam.value.users, ...iam.value.groups, ...iam.value.roles] : [],
  );
  const inline = owners.find(({ arn }) => arn === ownerArn)?.inlinePolicies ?? [];
  const others = inline.filter(({ name }) => name !== place.name);
  const taken = others.reduce((sum, { document }) => sum + sizeOf(document), 0);
  // A document that is there already fits, whatever was asked of AWS for it.
  return Math.max(policySizes[place.owner] - taken, sizeOf(text));
}
