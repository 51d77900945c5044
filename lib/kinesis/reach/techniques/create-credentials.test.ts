import { expect, it } from "vitest";
import { accessOf, readsOrders, stepsOf, stepsOn, userWith } from "../test-reach";

const reader = userWith("reader", [readsOrders]);
const hangsOn = "whether the user has a console password, which was not read";
const after = (...actions: string[]) => {
  const anna = userWith("anna", [{ Action: actions, Resource: "*" }]);
  return accessOf({ users: [anna, reader] });
};

it("makes one a user with access by a new access key", () => {
  expect(stepsOf(after("iam:CreateAccessKey"))).toEqual(["anna create-credentials reader"]);
  expect(stepsOn(after("iam:CreateAccessKey"))).toEqual(["anna create-credentials reader: consume"]);
});

it.each(["iam:CreateLoginProfile", "iam:UpdateLoginProfile"])(
  "hangs on whether there is a password with %s alone",
  (action) => {
    expect(stepsOf(after(action))).toEqual([`anna create-credentials reader conditional (${hangsOn})`]);
  },
);

it("hangs on nothing with both", () => {
  expect(stepsOf(after("iam:CreateLoginProfile", "iam:UpdateLoginProfile"))).toEqual([
    "anna create-credentials reader",
  ]);
});

it("is nothing with one's own, or with a user without access", () => {
  const itself = userWith("reader", [readsOrders, { Action: "iam:CreateAccessKey", Resource: "*" }]);
  expect(stepsOf(accessOf({ users: [itself] }))).toEqual([]);
  const anna = userWith("anna", [{ Action: "iam:CreateAccessKey", Resource: "*" }]);
  expect(stepsOf(accessOf({ users: [anna, userWith("idle", [])] }))).toEqual([]);
});
