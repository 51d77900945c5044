import { expect, it } from "vitest";
import { connectionSchema } from "@/lib/model/connection";

const role = (accountId: string, name = "weir") => `arn:aws:iam::${accountId}:role/${name}`;
const [one, two] = [role("111122223333"), role("444455556666", "audit/weir")];

it.each([
  { roleArns: [one, two] },
  { roleArns: [one], externalId: "x-1" },
  { roleName: "audit/weir", externalId: "x-1" },
])("reaches the accounts of %j", (accounts) => {
  expect(connectionSchema.parse({ accounts })).toEqual({ accounts });
});

it.each([
  [{}, "accounts", /either the roles or the name/],
  [{ externalId: "x-1" }, "accounts", /either the roles or the name/],
  [{ roleArns: [one], roleName: "weir" }, "accounts", /either the roles or the name/],
  [{ roleArns: [] }, "accounts.roleArns", /must name a role/],
  [{ roleArns: [one, role("111122223333", "other")] }, "accounts.roleArns", /one role of each account/],
  [{ roleArns: ["arn:aws:iam::1:role/weir"] }, "accounts.roleArns.0", /ARN of a role/],
  [{ roleName: "we ir" }, "accounts.roleName", /name of a role/],
  [{ roleName: "weir", externalId: "é" }, "accounts.externalId", /letters, digits/],
  [{ roleName: "weir", other: 1 }, "accounts", /other/],
])("refuses %j at %s", (accounts, path, message) => {
  const [issue] = connectionSchema.safeParse({ accounts }).error?.issues ?? [];
  expect(issue?.path.join(".")).toBe(path);
  expect(issue?.message).toMatch(message);
});
