import { expect, it } from "vitest";
import { readScanWish } from "@/components/scan/read-scan-wish";

function form(fields: Readonly<Record<string, string>>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

it("fields left empty are not asked for, so that the server's own settings hold", () => {
  expect(readScanWish(form({ regions: " ", profile: "", roleArn: "", externalId: "" }))).toEqual({});
});

it("reads Regions however they are separated", () => {
  expect(readScanWish(form({ regions: "us-east-1, eu-west-1;eu-north-1\nus-west-2" })).regions).toEqual([
    "us-east-1",
    "eu-west-1",
    "eu-north-1",
    "us-west-2",
  ]);
});

it("asks to remember only where that is ticked", () => {
  expect(readScanWish(form({ remember: "on", profile: "audit" }))).toEqual({
    remember: true,
    profile: "audit",
  });
});

it("reads the accounts and who reads the organization", () => {
  const roleArns = ["arn:aws:iam::111122223333:role/weir", "arn:aws:iam::444455556666:role/weir"];
  expect(
    readScanWish(
      form({
        accountRoleArns: ` ${roleArns.join("\n\n")}\n`,
        accountExternalId: " x1 ",
        accountRoleName: "",
        organizationRoleArn: "arn:aws:iam::777788889999:role/reader",
        organizationExternalId: "x2",
      }),
    ),
  ).toEqual({
    accounts: { roleArns, externalId: "x1" },
    organizationRoleArn: "arn:aws:iam::777788889999:role/reader",
    organizationExternalId: "x2",
  });
  expect(readScanWish(form({ accountRoleName: "weir" }))).toEqual({ accounts: { roleName: "weir" } });
});

it("passes on what was chosen, without spaces around it", () => {
  const roleArn = "arn:aws:iam::111122223333:role/weir";

  expect(
    readScanWish(form({ allRegions: "on", profile: "audit ", roleArn: ` ${roleArn}`, externalId: "x1" })),
  ).toEqual({
    allRegions: true,
    profile: "audit",
    roleArn,
    externalId: "x1",
  });
});
