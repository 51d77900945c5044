import type { IamInventory } from "@/lib/model/iam-inventory";
import type { RegionSnapshot } from "@/lib/model/snapshot";
import { buildInventory, buildRole, buildUser, documentOf } from "@/lib/model/test-iam";
import { read } from "@/lib/model/test-place";
import { buildRegion } from "@/lib/model/test-snapshot";
import { buildStream } from "@/lib/model/test-stream";
import { noSelfGrantedAccess } from "@/lib/checks/no-self-granted-access";
import { verdictsOf } from "@/lib/checks/test-verdicts";

export const orders = buildStream({ encryption: read({ type: "none" }) });
export const inline = (...statements: object[]) => [{ name: "own", document: documentOf(...statements) }];
export const reads = { Action: ["kinesis:GetRecords", "kinesis:GetShardIterator"], Resource: orders.arn };
export const reader = buildRole({ name: "reader", inlinePolicies: inline(reads) });
export const changesTrust = { Action: "iam:UpdateAssumeRolePolicy", Resource: reader.arn };
export const anna = (...statements: object[]) =>
  buildUser({ name: "anna", inlinePolicies: inline(...statements) });

/** What the check says of the account, if anything, and of its streams. */
export function judged(inventory: Partial<IamInventory>, region: Partial<RegionSnapshot> = {}) {
  const iam = read(buildInventory({ roles: [reader], managedPolicies: [], ...inventory }));
  const verdicts = verdictsOf(noSelfGrantedAccess, {
    account: { iam, regions: [buildRegion({ streams: read([orders]), ...region })] },
  });
  const ofAccount = verdicts.find(({ subject }) => subject.scope === "account");
  const ofStreams = verdicts.filter((verdict) => verdict !== ofAccount);
  return { ofAccount, ofStream: ofStreams[0], ofStreams };
}
