import { describe, expect, it } from "vitest";
import { auditSettingsSchema, defaultSettings } from "@/lib/model/settings";
import { settingsInputSchema } from "@/lib/model/settings-input";

/** What is said of the settings that differ from the defaults. */
function refusalOf(change: Readonly<Record<string, unknown>>): string | undefined {
  const { error } = settingsInputSchema.safeParse({ ...defaultSettings, ...change });
  return error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ");
}

describe("settings as people write them", () => {
  it("take the defaults", () => {
    expect(refusalOf({})).toBeUndefined();
  });

  it("check each setting that the audit knows", () => {
    expect(Object.keys(settingsInputSchema.shape)).toEqual(Object.keys(auditSettingsSchema.shape));
  });

  it("trim entries and drop doubles", () => {
    const input = { ...defaultSettings, requiredTagKeys: [" team ", "team"], applicationTagKey: " app " };
    expect(settingsInputSchema.parse(input)).toMatchObject({
      requiredTagKeys: ["team"],
      applicationTagKey: "app",
    });
  });

  it.each([
    [{ knownAccountIds: ["1234"] }, 'knownAccountIds.0: "1234" is not an account id, which has 12 digits'],
    [
      { dataAdministratorArns: ["arn:aws:iam::111122223333:root"] },
      'dataAdministratorArns.0: "arn:aws:iam::111122223333:root" is not the ARN of an IAM user or role',
    ],
    [{ accessKeyAgeDaysMax: 0 }, "accessKeyAgeDaysMax: must be at least 1"],
    [{ accessKeyIdleDaysMax: 1.5 }, "accessKeyIdleDaysMax: must be a whole number"],
    [{ accessKeyIdleDaysMax: "ninety" }, "accessKeyIdleDaysMax: must be a whole number"],
    [{ retentionHoursMin: 23 }, "retentionHoursMin: must be at least 24"],
    [{ retentionHoursMax: 8761 }, "retentionHoursMax: must be at most 8760"],
    [{ exposureHoldersMax: -1 }, "exposureHoldersMax: must be at least 0"],
    [
      { environmentByAccount: { 111122223333: "prod" } },
      "environmentByAccount.111122223333: must be production or non-production",
    ],
    [
      { nonProductionValues: ["dev", "Live"] },
      'nonProductionValues: "Live" is also among the production values',
    ],
    [{ requiredTagKeys: [""] }, 'requiredTagKeys.0: "" is not a tag key, which has 1 to 128 characters'],
    [{ fipsNeeded: true }, ': Unrecognized key: "fipsNeeded"'],
  ])("refuse %j, and say what of it", (change, refusal) => {
    expect(refusalOf(change)).toBe(refusal);
  });
});
