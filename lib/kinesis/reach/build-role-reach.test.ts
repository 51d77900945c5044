import { describe, expect, it } from "vitest";
import {
  accessOf,
  accountRoot,
  mayAssume,
  roleArn,
  roleWith,
  trustIn,
  userArn,
  userWith,
} from "./test-reach";
import type { RolePath } from "@/lib/model/role-reach";
import { buildManagedPolicy, documentOf, trustOf } from "@/lib/model/test-iam";
import {
  buildOrganizationPolicies,
  buildOrganizationPolicy,
  buildPolicyLevel,
} from "@/lib/model/test-organization";
import { accountId, memberAccountId, read, strangeAccountId } from "@/lib/model/test-place";

const target = roleArn("target");
const withMfa = { Bool: { "aws:MultiFactorAuthPresent": "true" } };

function pathsOf(paths: readonly RolePath[]) {
  return paths.map(({ party, roles, isSure }) => [
    party.name,
    roles.map((arn) => arn.slice(arn.indexOf("/") + 1)).join(" > "),
    isSure,
  ]);
}

describe("who may assume a role", () => {
  const reachOf = (trust: string, statements: readonly object[], change = {}) =>
    accessOf({
      users: [userWith("anna", statements, change)],
      roles: [roleWith("target", [], { trustPolicy: trust })],
    }).reach;
  const assumersOf = (...given: Parameters<typeof reachOf>) =>
    reachOf(...given)
      .assumers(target)
      .map(({ party, isSure }) => [party.name, isSure]);

  it("is whoever the trust policy names, without a policy of their own", () => {
    expect(assumersOf(trustIn(userArn("anna")), [])).toEqual([["anna", true]]);
  });

  it("is nobody by the whole account's trust alone", () => {
    expect(assumersOf(trustIn(accountRoot), [])).toEqual([]);
  });

  it("is nobody by permission alone", () => {
    expect(assumersOf(trustOf(), [mayAssume(target)])).toEqual([]);
    expect(assumersOf(trustIn(userArn("bert")), [mayAssume("*")])).toEqual([]);
  });

  it("is who has both, through the statements of both", () => {
    const [assumer] = reachOf(trustIn(accountRoot), [mayAssume(target)]).assumers(target);
    expect(assumer).toMatchObject({
      isSure: true,
      party: { arn: userArn("anna") },
      via: [
        { policy: `${userArn("anna")}#inline/own`, index: 0 },
        { policy: `${target}#trust`, index: 0 },
      ],
    });
  });

  it("is possible under a condition of either", () => {
    expect(assumersOf(trustIn(accountRoot, withMfa), [mayAssume("*")])).toEqual([["anna", false]]);
    expect(assumersOf(trustIn(accountRoot), [{ ...mayAssume("*"), Condition: withMfa }])).toEqual([
      ["anna", false],
    ]);
  });

  it("is limited by a Deny", () => {
    expect(assumersOf(trustIn(userArn("anna")), [{ ...mayAssume("*"), Effect: "Deny" }])).toEqual([]);
  });

  it("is limited by a boundary and by SCPs", () => {
    const boundary = buildManagedPolicy({
      name: "edge",
      document: documentOf({ Action: "s3:*", Resource: "*" }),
    });
    const users = [userWith("anna", [mayAssume("*")])];
    const roles = [roleWith("target", [], { trustPolicy: trustIn(accountRoot) })];
    const bounded = users.map((user) => Object.assign({}, user, { boundaryArn: boundary.arn }));
    expect(accessOf({ users: bounded, roles, managedPolicies: [boundary] }).reach.assumers(target)).toEqual(
      [],
    );

    const noRoles = buildOrganizationPolicy({
      id: "p-noroles",
      document: documentOf({ Effect: "Deny", Action: "sts:AssumeRole", Resource: "*" }),
    });
    const scps = [buildPolicyLevel({ policies: [buildOrganizationPolicy(), noRoles] })];
    const organizationPolicies = read(buildOrganizationPolicies({ scps }));
    expect(accessOf({ users, roles }, { organizationPolicies }).reach.assumers(target)).toEqual([]);
    expect(accessOf({ users, roles }).reach.assumers(target)).toHaveLength(1);
  });

  it("is not the role itself", () => {
    const roles = [roleWith("target", [mayAssume("*")], { trustPolicy: trustIn(accountRoot) })];
    const { reach } = accessOf({ roles });
    expect(reach.assumers(target)).toEqual([]);
    expect(reach.pathsTo(target)).toEqual([]);
    expect(reach.rolesReachedBy(target)).toEqual({ sure: [], possible: [] });
  });
});

describe("paths", () => {
  const chain = [
    roleWith("first", [], { trustPolicy: trustIn(userArn("anna")) }),
    roleWith("second", [], { trustPolicy: trustIn(roleArn("first")) }),
    roleWith("target", [], { trustPolicy: trustIn(roleArn("second")) }),
  ];
  const users = [userWith("anna", []), userWith("bert", [])];

  it("lead through roles, and name each of them", () => {
    const { reach } = accessOf({ users, roles: chain });
    expect(pathsOf(reach.pathsTo(target))).toEqual([
      ["second", "target", true],
      ["first", "second > target", true],
      ["anna", "first > second > target", true],
    ]);
    expect(reach.rolesReachedBy(userArn("anna")).sure).toEqual([roleArn("first"), roleArn("second"), target]);
    expect(reach.rolesReachedBy(userArn("bert"))).toEqual({ sure: [], possible: [] });
  });

  it("are the shortest", () => {
    const shorter = roleWith("target", [], { trustPolicy: trustIn([roleArn("second"), roleArn("first")]) });
    const { reach } = accessOf({ users, roles: [...chain.slice(0, 2), shorter] });
    expect(pathsOf(reach.pathsTo(target))).toContainEqual(["anna", "first > target", true]);
  });

  it("are the sure ones before shorter ones under conditions", () => {
    const either = roleWith("target", [], {
      trustPolicy: documentOf(
        { Principal: { AWS: userArn("anna") }, Action: "sts:AssumeRole", Condition: withMfa },
        { Principal: { AWS: roleArn("second") }, Action: "sts:AssumeRole" },
      ),
    });
    const { reach } = accessOf({ users, roles: [...chain.slice(0, 2), either] });
    expect(pathsOf(reach.pathsTo(target))).toContainEqual(["anna", "first > second > target", true]);
  });

  it("say where a step hangs on a condition", () => {
    const [first, ...others] = chain;
    const guarded = Object.assign({}, first, { trustPolicy: trustIn(userArn("anna"), withMfa) });
    const { reach } = accessOf({ users, roles: [guarded, ...others] });
    expect(pathsOf(reach.pathsTo(target)).at(-1)).toEqual(["anna", "first > second > target", false]);
    expect(reach.rolesReachedBy(userArn("anna"))).toEqual({
      sure: [],
      possible: [roleArn("first"), roleArn("second"), target],
    });
  });

  it("end, though roles can become each other", () => {
    const circle = [
      roleWith("first", [mayAssume("*")], { trustPolicy: trustIn(accountRoot) }),
      roleWith("second", [mayAssume("*")], { trustPolicy: trustIn(accountRoot) }),
      roleWith("target", [], { trustPolicy: trustIn(roleArn("second")) }),
    ];
    const { reach } = accessOf({ users: [userWith("anna", [mayAssume(roleArn("first"))])], roles: circle });
    expect(pathsOf(reach.pathsTo(target)).at(-1)).toEqual(["anna", "first > second > target", true]);
    expect(reach.rolesReachedBy(roleArn("first")).sure).toEqual([roleArn("second"), target]);
  });
});

describe("ways in", () => {
  const waysIn = (trustPolicy: string) =>
    accessOf({ roles: [roleWith("target", [], { trustPolicy })] }).reach.waysIn(target);

  it.each([
    { principal: { Service: "lambda.amazonaws.com" }, kind: "service", who: "lambda.amazonaws.com" },
    {
      principal: { Federated: `arn:aws:iam::${accountId}:oidc-provider/token.actions.githubusercontent.com` },
      kind: "oidc",
      who: `arn:aws:iam::${accountId}:oidc-provider/token.actions.githubusercontent.com`,
    },
    {
      principal: { Federated: "cognito-identity.amazonaws.com" },
      kind: "oidc",
      who: "cognito-identity.amazonaws.com",
    },
    {
      principal: { Federated: `arn:aws:iam::${accountId}:saml-provider/idp` },
      kind: "saml",
      who: `arn:aws:iam::${accountId}:saml-provider/idp`,
    },
    { principal: { AWS: strangeAccountId }, kind: "account", who: strangeAccountId },
    {
      principal: { AWS: `arn:aws:iam::${memberAccountId}:role/x` },
      kind: "account",
      who: `arn:aws:iam::${memberAccountId}:role/x`,
    },
    { principal: "*", kind: "everyone", who: "*" },
    { principal: { AWS: "AROAEXAMPLEDELETED001" }, kind: "deleted", who: "AROAEXAMPLEDELETED001" },
    { principal: { AWS: "arn:aws:iam::*:root" }, kind: "unrecognised", who: "arn:aws:iam::*:root" },
  ])("name $who as $kind", ({ principal, kind, who }) => {
    const conditions = [{ operator: "StringEquals", key: "sts:ExternalId", values: ["1"] }];
    const Condition = { StringEquals: { "sts:ExternalId": "1" } };
    const statement = { Principal: principal, Action: "sts:AssumeRole", Condition };
    expect(waysIn(documentOf({ ...statement, Effect: "Deny" }, statement))).toEqual([
      { kind, who, statement: 1, conditions },
    ]);
  });

  it("are not the account's own principals", () => {
    expect(waysIn(trustIn([accountRoot, userArn("anna"), roleArn("first")]))).toEqual([]);
  });

  it("are everyone by NotPrincipal", () => {
    const trust = documentOf({ NotPrincipal: { AWS: accountId }, Action: "sts:AssumeRole" });
    expect(waysIn(trust)).toMatchObject([{ kind: "everyone", who: "*" }]);
  });

  it("are not known where the trust policy cannot be read, and nobody is said to have them", () => {
    const users = [userWith("anna", [mayAssume("*")])];
    const { reach } = accessOf({ users, roles: [roleWith("target", [], { trustPolicy: "{" })] });
    expect(reach.waysIn(target)).toEqual([]);
    expect(reach.assumers(target)).toEqual([]);
    expect(reach.gapOf(target)).toMatchObject({ reason: "malformed", resource: target });
    expect(accessOf({ roles: [roleWith("target", [])] }).reach.gapOf(target)).toBeUndefined();
  });
});
