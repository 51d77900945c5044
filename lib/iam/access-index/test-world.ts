import type {
  AccessAction,
  AccessPrincipal,
  AccessResource,
  PolicySource,
} from "@/lib/iam/access-index/access-input";
import { buildAccessIndex } from "@/lib/iam/access-index/build-access-index";
import { placesOf } from "@/lib/iam/access-index/resource-set";

export const account = "111122223333";
export const otherAccount = "444455556666";

export const actions: readonly AccessAction[] = [
  { name: "kinesis:PutRecord", resourceKinds: ["stream"] },
  { name: "kinesis:GetRecords", resourceKinds: ["stream"] },
  { name: "kinesis:SubscribeToShard", resourceKinds: ["consumer"] },
  { name: "kinesis:DescribeChannel", resourceKinds: ["channel"] },
  { name: "kinesis:UpdateShardCount", resourceKinds: [], unlistedKinds: ["stream"] },
  { name: "kinesis:ListStreams", resourceKinds: [] },
  { name: "kms:Decrypt", resourceKinds: ["key"] },
  { name: "kms:RetireGrant", resourceKinds: ["key"] },
  { name: "sts:AssumeRole", resourceKinds: ["role"] },
];

export function policy(...statements: readonly object[]): PolicySource {
  return { policy: "test", text: JSON.stringify({ Version: "2012-10-17", Statement: statements }) };
}

export const unreadable: PolicySource = { policy: "unreadable", text: "{" };

export const allow = (action: string, resource: string | readonly string[] = "*", rest: object = {}) => ({
  Effect: "Allow",
  Action: action,
  Resource: resource,
  ...rest,
});
export const deny = (action: string, resource: string | readonly string[] = "*", rest: object = {}) => ({
  ...allow(action, resource, rest),
  Effect: "Deny",
});

export function stream(name: string, rest: Partial<AccessResource> = {}): AccessResource {
  const arn = `arn:aws:kinesis:eu-west-1:${rest.accountId ?? account}:stream/${name}`;
  return { arn, kind: "stream", accountId: account, region: "eu-west-1", tags: {}, ...rest };
}

/** One whose tags were not read. */
export function untagged(name: string): AccessResource {
  const { tags: _unread, ...rest } = stream(name);
  return rest;
}

export function role(name: string, rest: Partial<AccessPrincipal> = {}): AccessPrincipal {
  const arn = `arn:aws:iam::${rest.accountId ?? account}:role/${name}`;
  return { arn, accountId: account, tags: {}, policies: [], scps: [], ...rest };
}

export function user(name: string, rest: Partial<AccessPrincipal> = {}): AccessPrincipal {
  return role(name, { arn: `arn:aws:iam::${rest.accountId ?? account}:user/${name}`, ...rest });
}

/** What one principal may do an action on: names for sure, names with a `?` where something is open. */
export function reach(
  principal: AccessPrincipal,
  action: string,
  resources: readonly AccessResource[],
): readonly string[] {
  const index = buildAccessIndex({ principals: [principal], resources, actions });
  const { must, may } = index.access(principal.arn, action);
  const sure = new Set(placesOf(must));
  return [...placesOf(may)].map((place) => {
    const arn = index.resources[place]?.arn ?? "";
    const name = arn.slice(arn.lastIndexOf("/") + 1);
    return sure.has(place) ? name : `${name}?`;
  });
}
