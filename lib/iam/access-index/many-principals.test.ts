import { expect, it } from "vitest";
import type { AccessPrincipal, AccessResource } from "@/lib/iam/access-index/access-input";
import { buildAccessIndex } from "@/lib/iam/access-index/build-access-index";
import {
  account,
  actions,
  allow,
  deny,
  otherAccount,
  policy,
  role,
  stream,
} from "@/lib/iam/access-index/test-world";

/** What each of some principals is told, of one stream, by an index that holds them all. */
function answers(
  principals: readonly AccessPrincipal[],
  resource: AccessResource,
  action = "kinesis:PutRecord",
): string[] {
  const index = buildAccessIndex({ principals, resources: [resource], actions });
  return [...index.holders(action, resource.arn)].map(
    ({ principalArn, isSure }) => `${principalArn.split("/").at(-1)}${isSure ? "" : "?"}`,
  );
}

const everything = [policy(allow("*"))];
const [a, b] = [role("a", { policies: everything }), role("b", { policies: everything })];
const bounded = role("bounded", { policies: everything, boundary: policy(allow("*")) });

it("excepts only those whom NotPrincipal lists, and nobody with a boundary", () => {
  const NotPrincipal = { AWS: [a.arn, bounded.arn, account] };
  const own = stream("own", { resourcePolicy: policy(deny("*", "*", { NotPrincipal })) });
  for (const principals of [
    [a, b, bounded],
    [bounded, b, a],
  ])
    expect(answers(principals, own).toSorted()).toEqual(["a", "b?"]);
});

it("holds a condition about the principal to each of them", () => {
  const Condition = { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/a*" } };
  const own = stream("own", { resourcePolicy: policy(allow("*", "*", { Principal: "*", Condition })) });
  const bare = [role("a1"), role("b1"), role("a2")];
  expect(answers(bare, own)).toEqual(["a1", "a2"]);
  expect(answers(bare.toReversed(), own)).toEqual(["a2", "a1"]);
});

it("reads one condition for Allow and for Deny, which AWS's pages contradict each other about", () => {
  const Condition = { "ForAllValues:StringNotLike": { "aws:PrincipalTag/team": "x" } };
  const granted = role("granted", { policies: [policy(allow("*", "*", { Condition }))] });
  const denied = role("denied", { policies: [policy(allow("*"), deny("*", "*", { Condition }))] });
  for (const principals of [
    [granted, denied],
    [denied, granted],
  ])
    expect(answers(principals, stream("own"))).toEqual(["granted?"]);
});

it("limits each of those with the same policies by what limits it", () => {
  const scps = [[policy(allow("s3:*"))]];
  const limited = [
    role("free", { policies: everything }),
    role("narrow", { policies: everything, boundary: policy(allow("s3:*")) }),
    role("bound", { policies: everything, scps }),
    role("foreign", { policies: everything, accountId: otherAccount }),
  ];
  expect(answers(limited, stream("own"))).toEqual(["free"]);
  expect(answers(limited.toReversed(), stream("own"))).toEqual(["free"]);
});

it("lets RCPs alone those service-linked roles that are in the account with others", () => {
  const rcps = [[policy(deny("kms:*", "*", { Principal: "*" }))]];
  const key = {
    arn: `arn:aws:kms:eu-west-1:${account}:key/k`,
    kind: "key",
    accountId: account,
    resourcePolicy: policy(allow("*", "*", { Principal: "*" })),
    rcps,
  };
  const linked = role("aws-service-role/linked");
  expect(answers([role("a"), linked], key, "kms:Decrypt")).toEqual(["linked"]);
  expect(answers([linked, role("a")], key, "kms:Decrypt")).toEqual(["linked"]);
});

it("reads one pattern for Resource and for NotResource, where an ARN that ends early means more", () => {
  const early = "arn:aws:kinesis";
  const named = role("named", { policies: [policy(allow("*", early))] });
  const others = role("others", {
    policies: [policy({ Effect: "Allow", Action: "*", NotResource: early })],
  });
  expect(answers([named, others], stream("own"))).toEqual(["named", "others?"]);
  expect(answers([others, named], stream("own"))).toEqual(["others?", "named"]);
});

it("asks the trust policy of a role for those actions alone that need it", () => {
  const target = { arn: role("target").arn, kind: "role", accountId: account };
  const onRoles = ["iam:GetRole", "sts:AssumeRole"].map((name) => ({ name, resourceKinds: ["role"] }));
  for (const asked of [onRoles, onRoles.toReversed()]) {
    const index = buildAccessIndex({ principals: [a], resources: [target], actions: asked });
    expect([...index.holders("iam:GetRole", target.arn)]).toHaveLength(1);
    expect([...index.holders("sts:AssumeRole", target.arn)]).toHaveLength(0);
  }
});
