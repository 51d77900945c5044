import { describe, expect, it } from "vitest";
import { documentOf } from "@/lib/model/test-iam";
import {
  accessOf,
  accountRoot,
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

const reader = (trustPolicy = trustIn(accountRoot)) => roleWith("reader", [readsOrders], { trustPolicy });
const anna = (resource: string | string[]) => userWith("anna", [mayAssume(resource)]);

describe("assuming a role is a step", () => {
  it.each(["*", `${roleArn("")}*`, `${roleArn("")}read*`])(
    "where the trust names the account, and %s grants it",
    (pattern) => {
      const roles = [reader(), roleWith("readme", [])];
      const account = accessOf({ users: [anna(pattern)], roles });
      expect(stepsOf(account)).toEqual(["anna assume-role reader"]);
      expect(stepsOn(account)).toEqual(["anna assume-role reader: consume"]);
    },
  );

  it("and hangs on MFA where the trust says so", () => {
    const trust = trustIn(accountRoot, { Bool: { "aws:MultiFactorAuthPresent": "true" } });
    expect(stepsOf(accessOf({ users: [anna("*")], roles: [reader(trust)] }))).toEqual([
      "anna assume-role reader conditional (aws:MultiFactorAuthPresent)",
    ]);
  });
});

describe("assuming a role is reach, and no step", () => {
  it.each([
    { why: "the trust names the user", trust: trustIn(userArn("anna")) },
    { why: "the trust names user and account", trust: trustIn([accountRoot, userArn("anna")]) },
    { why: "the trust names everybody, which is its own fault", trust: trustIn("*") },
    {
      why: "a condition of the trust names the user",
      trust: trustIn(accountRoot, { ArnLike: { "aws:PrincipalArn": userArn("anna") } }),
    },
  ])("where $why", ({ trust }) => {
    expect(stepsOf(accessOf({ users: [anna("*")], roles: [reader(trust)] }))).toEqual([]);
  });

  it("where the trust names the calling role, or a session of it", () => {
    const caller = roleWith("caller", [mayAssume("*")]);
    for (const principal of [caller.arn, `arn:aws:sts::${caller.arn.split(":")[4]}:assumed-role/caller/work`])
      expect(stepsOf(accessOf({ roles: [caller, reader(trustIn([accountRoot, principal]))] }))).toEqual([]);
  });

  it("where the grant names the role, beside a wildcard or by one that matches no other", () => {
    const roles = [reader(), roleWith("other", [])];
    for (const pattern of [roleArn("reader"), ["*", roleArn("reader")], `${roleArn("")}read*`])
      expect(stepsOf(accessOf({ users: [anna(pattern)], roles }))).toEqual([]);
  });

  it("where it is not allowed at all", () => {
    const denied = trustIn(userArn("bert"));
    expect(stepsOf(accessOf({ users: [anna("*")], roles: [reader(denied)] }))).toEqual([]);
  });

  it("where only a Deny of the trust names the user: what is left was not meant for it", () => {
    const trust = documentOf(
      { Principal: { AWS: accountRoot }, Action: "sts:AssumeRole" },
      {
        Effect: "Deny",
        Principal: { AWS: userArn("anna") },
        Action: "sts:AssumeRole",
        Condition: { IpAddress: { "aws:SourceIp": "192.0.2.0/24" } },
      },
    );
    expect(stepsOf(accessOf({ users: [anna("*")], roles: [reader(trust)] }))).toEqual([
      "anna assume-role reader conditional (aws:SourceIp)",
    ]);
  });

  it("for whom a Deny of the trust names, and not for others", () => {
    const trust = documentOf(
      { Principal: { AWS: accountRoot }, Action: "sts:AssumeRole" },
      { Effect: "Deny", Principal: { AWS: userArn("bert") }, Action: "sts:AssumeRole" },
    );
    const users = [anna("*"), userWith("bert", [mayAssume("*")])];
    expect(stepsOf(accessOf({ users, roles: [reader(trust)] }))).toEqual(["anna assume-role reader"]);
  });
});
