import { expect, it } from "vitest";
import { buildManagedPolicy } from "@/lib/model/test-iam";
import {
  accessOf,
  everything,
  mayAssume,
  readsOrders,
  roleArn,
  roleWith,
  stepsOf,
  stepsOn,
  trustIn,
  userArn,
  userWith,
} from "../test-reach";

const action = "iam:UpdateAssumeRolePolicy";
const changes = (Resource: string, more = {}) => userWith("anna", [{ Action: action, Resource, ...more }]);
const reader = roleWith("reader", [readsOrders]);

it("leads to the records of a role whose trust policy may be changed", () => {
  const account = accessOf({ users: [changes(reader.arn)], roles: [reader] });
  expect(stepsOf(account)).toEqual(["anna change-trust reader"]);
  expect(stepsOn(account)).toEqual(["anna change-trust reader: consume"]);
});

it("leads nowhere by a role without access", () => {
  const account = accessOf({ users: [changes("*")], roles: [roleWith("idle", [])] });
  expect(stepsOf(account)).toEqual([]);
});

it("leads to the administration of the account by the trust of an administrator", () => {
  const { reach, access } = accessOf({ users: [changes("*")], roles: [roleWith("root-like", [everything])] });
  expect(reach.shadowAdministrators()).toMatchObject([
    { technique: "change-trust", target: roleArn("root-like") },
  ]);
  expect(access.parties.map((party) => access.standingOf(party, "eu-central-1"))).toEqual([
    "account-administrator",
    "shadow-administrator",
  ]);
});

it("wins nothing where the role can be become anyhow, and something where that hangs on MFA", () => {
  const open = { ...reader, trustPolicy: trustIn(userArn("anna")) };
  expect(stepsOf(accessOf({ users: [changes("*")], roles: [open] }))).toEqual([]);
  const withMfa = trustIn(userArn("anna"), { Bool: { "aws:MultiFactorAuthPresent": "true" } });
  const guarded = { ...reader, trustPolicy: withMfa };
  expect(stepsOf(accessOf({ users: [changes("*")], roles: [guarded] }))).toEqual([
    "anna change-trust reader",
  ]);
});

it("is not possible with the roles of AWS and of Identity Center", () => {
  const kept = ["/aws-service-role/x.amazonaws.com/", "/aws-reserved/sso.amazonaws.com/"].map((path) =>
    roleWith("kept", [readsOrders], { path, arn: roleArn(`kept${path.length}`) }),
  );
  expect(stepsOf(accessOf({ users: [changes("*")], roles: kept }))).toEqual([]);
});

it("is decided by the boundary that the condition asks for", () => {
  const edge = buildManagedPolicy({
    name: "edge",
    document: JSON.stringify({ Version: "2012-10-17", Statement: { Effect: "Allow", ...everything } }),
  });
  const onlyBounded = changes("*", { Condition: { StringEquals: { "iam:PermissionsBoundary": edge.arn } } });
  const bounded = { ...reader, boundaryArn: edge.arn };
  const managedPolicies = [edge];
  expect(stepsOf(accessOf({ users: [onlyBounded], roles: [reader], managedPolicies }))).toEqual([]);
  expect(stepsOf(accessOf({ users: [onlyBounded], roles: [bounded], managedPolicies }))).toEqual([
    "anna change-trust reader",
  ]);
});

it("hangs on other conditions", () => {
  const fromOffice = changes("*", { Condition: { IpAddress: { "aws:SourceIp": "192.0.2.0/24" } } });
  expect(stepsOf(accessOf({ users: [fromOffice], roles: [reader] }))).toEqual([
    "anna change-trust reader conditional (aws:SourceIp)",
  ]);
});

it("is stopped by a Deny, and is nothing that a role does to itself", () => {
  const stopped = userWith("anna", [
    { Action: "iam:*", Resource: "*" },
    { Effect: "Deny", Action: [action, "iam:Put*", "iam:Attach*", "iam:PassRole"], Resource: "*" },
  ]);
  expect(stepsOf(accessOf({ users: [stopped], roles: [reader] }))).toEqual([]);
  const itself = roleWith("reader", [readsOrders, { Action: action, Resource: "*" }, mayAssume("*")]);
  expect(stepsOf(accessOf({ roles: [itself] }))).toEqual([]);
});
