import { expect, it } from "vitest";
import { buildCell, home, roleArn, userArn } from "@/components/duties/test-cells";
import { whoOf } from "@/components/duties/who-rows";
import type { DutyCell } from "@/lib/model/duty";
import type { Administrator } from "@/lib/model/report";

function who(duties: DutyCell[], administrators: Administrator[] = []) {
  return whoOf({ duties, accountId: home, region: "us-east-1" }, administrators);
}

function administrator(principal: string, change: Partial<Administrator>): Administrator {
  return { principal, accountId: home, standing: "stream-administrator", regions: ["us-east-1"], ...change };
}

const names = (rows: readonly { readonly name: string }[]) => rows.map(({ name }) => name);

it("who holds more duties comes first, then who holds the weightier ones, then by name", () => {
  const { ordinary } = who([
    buildCell(roleArn("reader"), "consume"),
    buildCell(roleArn("b-admin"), "administer"),
    buildCell(roleArn("a-admin"), "administer"),
    buildCell(roleArn("maybe-admin"), "administer", { access: "conditional" }),
    buildCell(roleArn("both"), "produce"),
    buildCell(roleArn("both"), "consume"),
  ]);

  expect(names(ordinary)).toEqual(["both", "a-admin", "b-admin", "maybe-admin", "reader"]);
});

it("what the key blocks or nobody could read weighs less than what is held", () => {
  const { ordinary } = who([
    buildCell(roleArn("blocked"), "produce", { key: "denied" }),
    buildCell(roleArn("blocked"), "consume", { key: "denied" }),
    buildCell(roleArn("key-manager"), "manage-key", { access: "unknown" }),
    buildCell(roleArn("reader"), "consume"),
  ]);

  expect(names(ordinary)).toEqual(["reader", "blocked", "key-manager"]);
});

it("principals whose own documents could not be read stand together, apart", () => {
  const unread = { access: "unknown", via: [{ policy: "unread" }] } as const;
  const { ordinary, unread: folded } = who([
    buildCell(roleArn("broken"), "consume", { ...unread, via: [...unread.via] }),
    buildCell(roleArn("broken"), "produce", { ...unread, via: [...unread.via] }),
    buildCell(roleArn("half"), "produce"),
    buildCell(roleArn("half"), "consume", { ...unread, via: [...unread.via] }),
  ]);

  expect(names(folded)).toEqual(["broken"]);
  expect(names(ordinary)).toEqual(["half"]);
});

it("an unread key policy makes a cell unknown, and leaves its principal among the rows", () => {
  const { ordinary, unread } = who([buildCell(roleArn("ops"), "manage-key", { access: "unknown" })]);

  expect(names(ordinary)).toEqual(["ops"]);
  expect(unread).toEqual([]);
});

it("stream administrators stand apart in their Regions only, and account administrators have no rows", () => {
  const cells = [buildCell(roleArn("platform"), "administer"), buildCell(roleArn("elsewhere"), "administer")];
  const result = who(cells, [
    administrator(roleArn("platform"), {}),
    administrator(roleArn("elsewhere"), { regions: ["eu-west-1"] }),
    administrator(roleArn("root-like"), { standing: "account-administrator", regions: [] }),
    administrator(roleArn("of-another"), { standing: "account-administrator", accountId: "555566667777" }),
  ]);

  expect(names(result.streamAdministrators)).toEqual(["platform"]);
  expect(names(result.ordinary)).toEqual(["elsewhere"]);
  expect(result.accountAdministrators).toEqual([roleArn("root-like")]);
});

it("a principal is named by its last part, and told apart by what it is", () => {
  const foreign = roleArn("insights", "555566667777");
  const { ordinary } = who([
    buildCell(userArn("service/gateway"), "produce"),
    buildCell(roleArn("aws-service-role/x.amazonaws.com/AWSServiceRoleForX"), "produce"),
    buildCell(foreign, "produce"),
    buildCell("arn:aws:iam::999988887777:root", "produce"),
    buildCell("*", "produce"),
  ]);

  expect(ordinary.map(({ name, what, kind }) => `${name} (${what}) ${kind}`)).toEqual([
    "Account 999988887777 (whoever that account lets) external",
    "AWSServiceRoleForX (service-linked role) role",
    "Everyone (named as * by a resource policy) external",
    "gateway (user) user",
    "insights (role of account 555566667777) external",
  ]);
});
