import { describe, expect, it } from "vitest";
import { buildGroup, buildManagedPolicy, documentOf } from "@/lib/model/test-iam";
import {
  accessOf,
  everything,
  mayAssume,
  roleArn,
  roleWith,
  stepsOf,
  stepsOn,
  trustIn,
  userArn,
  userWith,
} from "../test-reach";

const edge = (...statements: object[]) =>
  buildManagedPolicy({ name: "edge", document: documentOf(...statements) });
const shadowsOf = (account: ReturnType<typeof accessOf>) =>
  account.reach.shadowAdministrators().map(({ party }) => party.name);

describe("writing any policy on oneself makes an administrator of", () => {
  it.each(["iam:PutUserPolicy", "iam:AttachUserPolicy"])("a user, by %s", (Action) => {
    const account = accessOf({ users: [userWith("anna", [{ Action, Resource: userArn("anna") }])] });
    expect(stepsOf(account)).toEqual(["anna write-policy anna"]);
    expect(shadowsOf(account)).toEqual(["anna"]);
    expect(stepsOn(account)).toEqual(["anna write-policy anna: produce consume"]);
  });

  it.each(["iam:PutRolePolicy", "iam:AttachRolePolicy"])("a role, by %s", (Action) => {
    expect(shadowsOf(accessOf({ roles: [roleWith("builder", [{ Action, Resource: "*" }])] }))).toEqual([
      "builder",
    ]);
  });

  it.each(["iam:PutGroupPolicy", "iam:AttachGroupPolicy"])(
    "a user through its own group, by %s",
    (Action) => {
      const groups = [buildGroup({ name: "developers" }), buildGroup({ name: "others" })];
      const on = (name: string) =>
        accessOf({
          groups,
          users: [
            userWith("anna", [{ Action, Resource: `arn:aws:iam::*:group/${name}` }], {
              groupNames: ["developers"],
            }),
          ],
        });
      expect(shadowsOf(on("developers"))).toEqual(["anna"]);
      expect(shadowsOf(on("others"))).toEqual([]);
    },
  );

  it("whoever may write a new version of a policy that it has, itself or through a group", () => {
    const own = buildManagedPolicy({
      name: "own",
      document: documentOf({ Action: "iam:CreatePolicyVersion", Resource: "*" }),
    });
    const attachedPolicyArns = [own.arn];
    expect(
      shadowsOf(accessOf({ users: [userWith("anna", [], { attachedPolicyArns })], managedPolicies: [own] })),
    ).toEqual(["anna"]);
    const groups = [buildGroup({ attachedPolicyArns })];
    const member = userWith("anna", [], { groupNames: ["developers"] });
    expect(shadowsOf(accessOf({ users: [member], groups, managedPolicies: [own] }))).toEqual(["anna"]);
    const elsewhere = userWith("anna", [{ Action: "iam:CreatePolicyVersion", Resource: "*" }]);
    expect(shadowsOf(accessOf({ users: [elsewhere], managedPolicies: [own] }))).toEqual([]);
  });

  it("whoever may write on a role that it can become, in however many steps", () => {
    const roles = [
      roleWith("first", [], { trustPolicy: trustIn(userArn("anna")) }),
      roleWith("second", [], { trustPolicy: trustIn(roleArn("first")) }),
    ];
    const anna = userWith("anna", [{ Action: "iam:PutRolePolicy", Resource: roleArn("second") }]);
    expect(stepsOf(accessOf({ users: [anna], roles }))).toEqual(["anna write-policy second"]);
    expect(stepsOf(accessOf({ users: [anna], roles: roles.slice(1) }))).toEqual([]);
  });
});

it("hangs on an earlier version of a policy that may be taken up again", () => {
  const own = buildManagedPolicy({
    name: "own",
    document: documentOf({ Action: "iam:SetDefaultPolicyVersion", Resource: "*" }),
  });
  const users = [userWith("anna", [], { attachedPolicyArns: [own.arn] })];
  expect(stepsOf(accessOf({ users, managedPolicies: [own] }))).toEqual([
    "anna write-policy anna conditional (whether an earlier version of the policy allows more, which was not read)",
  ]);
});

it("hangs on the conditions of the way to a role", () => {
  const withMfa = trustIn(userArn("anna"), { Bool: { "aws:MultiFactorAuthPresent": "true" } });
  const roles = [roleWith("second", [], { trustPolicy: withMfa })];
  const anna = userWith("anna", [{ Action: "iam:PutRolePolicy", Resource: "*" }]);
  expect(stepsOf(accessOf({ users: [anna], roles }))).toEqual([
    "anna write-policy second conditional (the conditions of the roles on the way)",
  ]);
});

it("gives no more than the boundary lets through", () => {
  const write = { Action: "iam:PutUserPolicy", Resource: "*" };
  const bounded = (...statements: object[]) =>
    accessOf({
      users: [userWith("anna", [write], { boundaryArn: edge().arn })],
      managedPolicies: [edge(...statements)],
    });
  const readers = bounded(write, { Action: "kinesis:Get*", Resource: "*" });
  expect(shadowsOf(readers)).toEqual([]);
  expect(stepsOn(readers)).toEqual(["anna write-policy anna: consume"]);
  expect(stepsOn(bounded(write, { Action: "s3:*", Resource: "*" }))).toEqual([]);
  expect(stepsOf(bounded({ Action: "s3:*", Resource: "*" }))).toEqual([]);
});

it("is not possible on the roles of Identity Center", () => {
  const path = "/aws-reserved/sso.amazonaws.com/";
  const role = roleWith("AWSReservedSSO_x", [{ Action: "iam:PutRolePolicy", Resource: "*" }], {
    path,
    arn: `${roleArn("")}aws-reserved/sso.amazonaws.com/AWSReservedSSO_x`,
  });
  expect(stepsOf(accessOf({ roles: [role] }))).toEqual([]);
});

describe("attaching under a condition on iam:PolicyARN", () => {
  const readAll = buildManagedPolicy({
    name: "read-all",
    document: documentOf({ Action: "kinesis:Get*", Resource: "*" }),
  });
  const harmless = buildManagedPolicy({
    name: "harmless",
    document: documentOf({ Action: "s3:GetObject", Resource: "*" }),
  });
  const attaching = (pattern: string) =>
    accessOf({
      users: [
        userWith("anna", [
          {
            Action: "iam:AttachUserPolicy",
            Resource: "*",
            Condition: { ArnLike: { "iam:PolicyARN": pattern } },
          },
        ]),
      ],
      managedPolicies: [readAll, harmless],
    });

  it("makes an administrator where AWS's AdministratorAccess is among them", () => {
    expect(shadowsOf(attaching("arn:aws:iam::aws:policy/*"))).toEqual(["anna"]);
  });

  it("gives what the policies give that it lets through", () => {
    expect(shadowsOf(attaching(readAll.arn))).toEqual([]);
    expect(stepsOn(attaching(readAll.arn))).toEqual(["anna write-policy anna: consume"]);
    expect(stepsOn(attaching(harmless.arn))).toEqual([]);
  });
});

it("is one step, and not one more for each policy that could be attached as well", () => {
  const managedPolicies = [
    buildManagedPolicy({ name: "read-all", document: documentOf({ Action: "kinesis:Get*", Resource: "*" }) }),
  ];
  const put = { Action: "iam:PutUserPolicy", Resource: "*" };
  const attach = { Action: "iam:AttachUserPolicy", Resource: "*" };
  const onlyThese = {
    ...attach,
    Condition: { ArnLike: { "iam:PolicyARN": "arn:aws:iam::*:policy/read-*" } },
  };
  expect(stepsOf(accessOf({ users: [userWith("anna", [put, onlyThese])], managedPolicies }))).toEqual([
    "anna write-policy anna",
  ]);
  const fromOffice = { ...attach, Condition: { IpAddress: { "aws:SourceIp": "192.0.2.0/24" } } };
  expect(stepsOf(accessOf({ users: [userWith("anna", [fromOffice])], managedPolicies }))).toEqual([
    "anna write-policy anna conditional (aws:SourceIp)",
  ]);
});

it("is nothing that an administrator needs", () => {
  expect(stepsOf(accessOf({ users: [userWith("anna", [everything])] }))).toEqual([]);
});

it("is unknown where the document that would allow it cannot be read", () => {
  const users = [userWith("anna", [], { inlinePolicies: [{ name: "broken", document: "{" }] })];
  const account = accessOf({ users });
  expect(stepsOf(account)).toEqual(["anna write-policy anna unknown"]);
  expect(shadowsOf(account)).toEqual([]);
  const withAdministrator = accessOf({ users, roles: [roleWith("root-like", [everything])] });
  expect(stepsOf(withAdministrator)).toContain("anna change-trust root-like unknown");
  expect(shadowsOf(withAdministrator)).toEqual([]);
});

it("is a role's own step, and not that of those who may become it", () => {
  const builder = roleWith("builder", [{ Action: "iam:PutRolePolicy", Resource: "*" }], {
    trustPolicy: trustIn(userArn("anna")),
  });
  const users = [userWith("anna", [mayAssume("*")])];
  expect(stepsOf(accessOf({ users, roles: [builder] }))).toEqual(["builder write-policy builder"]);
});
