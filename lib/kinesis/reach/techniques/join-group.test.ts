import { expect, it } from "vitest";
import { buildGroup, documentOf } from "@/lib/model/test-iam";
import { accessOf, everything, readsOrders, roleWith, stepsOf, stepsOn, userWith } from "../test-reach";

const group = (name: string, statement: object) =>
  buildGroup({ name, inlinePolicies: [{ name: "own", document: documentOf(statement) }] });
const joins = { Action: "iam:AddUserToGroup", Resource: "*" };

it("gives a user the policies of a group that it may put users into", () => {
  const groups = [group("readers", readsOrders), group("drivers", { Action: "s3:*", Resource: "*" })];
  const account = accessOf({ users: [userWith("anna", [joins])], groups });
  expect(stepsOf(account)).toEqual(["anna join-group drivers", "anna join-group readers"]);
  expect(stepsOn(account)).toEqual(["anna join-group readers: consume"]);
  expect(account.reach.shadowAdministrators()).toEqual([]);
});

it("makes an administrator by a group of administrators", () => {
  const groups = [group("administrators", everything)];
  const { reach } = accessOf({ users: [userWith("anna", [joins])], groups });
  expect(reach.shadowAdministrators()).toMatchObject([{ technique: "join-group" }]);
});

it("is nothing in a group that one is in, and not for roles", () => {
  const groups = [group("readers", { Action: "s3:*", Resource: "*" })];
  const users = [userWith("anna", [joins], { groupNames: ["readers"] })];
  expect(stepsOf(accessOf({ users, groups, roles: [roleWith("builder", [joins])] }))).toEqual([]);
});
