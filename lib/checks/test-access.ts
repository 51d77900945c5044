import type { Check } from "@/lib/model/check";
import type { IamInventory, IamRole, IamUser } from "@/lib/model/iam-inventory";
import type { AuditSettings } from "@/lib/model/settings";
import type { AccountSnapshot, RegionSnapshot } from "@/lib/model/snapshot";
import type { Stream } from "@/lib/model/stream";
import {
  buildInventory,
  buildManagedPolicy,
  buildRole,
  buildUser,
  documentOf,
  trustOf,
} from "@/lib/model/test-iam";
import { read, strangeAccountId } from "@/lib/model/test-place";
import { buildStream, streamArn } from "@/lib/model/test-stream";
import { verdictsOf } from "@/lib/checks/test-verdicts";
import type { CheckedVerdict } from "@/lib/checks/checked-verdict";

/** Records are written and read without a key, so that tests of who does need none. */
const unencrypted = read({ type: "none" as const });

export function streamNamed(name: string, change: Partial<Stream> = {}): Stream {
  return buildStream({ arn: arnOf(name), name, encryption: unencrypted, ...change });
}

export function arnOf(name: string): string {
  return streamArn.replace(/[^/]*$/, name);
}

export const writes = { Action: ["kinesis:PutRecord", "kinesis:PutRecords"], Resource: streamArn };
export const reads = { Action: ["kinesis:GetRecords", "kinesis:GetShardIterator"], Resource: streamArn };
export const administers = { Action: "kinesis:DeleteStream", Resource: streamArn };
export const shares = { Action: "kinesis:PutResourcePolicy", Resource: streamArn };
export const reshards = { Action: "kinesis:SplitShard", Resource: streamArn };

/** A role with one inline policy, called after the role. */
export function roleWith(name: string, ...statements: readonly object[]): IamRole {
  return buildRole({ name, inlinePolicies: [{ name, document: documentOf(...statements) }] });
}

export function userWith(name: string, ...statements: readonly object[]): IamUser {
  return buildUser({
    name,
    arn: buildUser().arn.replace("anna", name),
    inlinePolicies: [{ name, document: documentOf(...statements) }],
  });
}

export function policyWith(name: string, ...statements: readonly object[]) {
  return buildManagedPolicy({ name, document: documentOf(...statements) });
}

/** A role with a document that cannot be read. */
export function unreadableRole(name = "odd"): IamRole {
  return buildRole({ name, inlinePolicies: [{ name, document: "{" }] });
}

/** A stream's policy that lets somebody from elsewhere do what the statements say. */
export function sharedWith(partnerArn: string, ...statements: readonly object[]): string {
  const Principal = { AWS: partnerArn };
  return documentOf(...statements.map((statement) => Object.assign({ Principal }, statement)));
}

export const partnerArn = `arn:aws:iam::${strangeAccountId}:role/partner`;

export const administrator = roleWith("boss", { Action: "*", Resource: "*" });
/** Everything of Kinesis, which is less than everything. */
export const streamAdministrator = roleWith("chief", { Action: "kinesis:*", Resource: "*" });
export const serviceLinked = buildRole({
  ...roleWith("AWSServiceRoleForX", { Action: "kinesis:*", Resource: "*" }),
  path: "/aws-service-role/x.amazonaws.com/",
  trustPolicy: trustOf(),
});

export interface World extends Partial<IamInventory> {
  readonly streams?: readonly Stream[];
  readonly region?: Partial<RegionSnapshot>;
  readonly account?: Partial<AccountSnapshot>;
  readonly settings?: Partial<AuditSettings>;
}

/** What a check says of an account with these identities and streams. */
export function verdictsIn(check: Check, world: World): CheckedVerdict[] {
  const { streams = [streamNamed("orders")], region, account, settings, ...identities } = world;
  const inventory = buildInventory({ roles: [], managedPolicies: [], ...identities });
  return verdictsOf(check, {
    region: { streams: read([...streams], "kinesis:ListStreams"), ...region },
    account: { iam: read(inventory, "iam:GetAccountAuthorizationDetails"), ...account },
    ...(settings && { settings }),
  });
}

/** The same for the first subject. */
export function verdictIn(check: Check, world: World): CheckedVerdict {
  const [verdict] = verdictsIn(check, world);
  if (!verdict) throw new Error(`${check.id} reached no verdict.`);
  return verdict;
}
