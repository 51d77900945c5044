import { expect, it } from "vitest";
import { defaultSettings } from "@/lib/model/settings";
import { aboutRows } from "@/lib/reports/about-rows";
import { buildReport } from "@/lib/reports/test-report";

it("names the accounts that nobody may enter", () => {
  const { scan, ...report } = buildReport({});
  const inactiveAccounts = [
    { accountId: "444455556666", state: "SUSPENDED" },
    { accountId: "777788889999", state: "PENDING_CLOSURE" },
  ];
  const rows = new Map(aboutRows({ report: { ...report, scan: { ...scan, inactiveAccounts } } }));
  expect(rows.get("Accounts not read")).toBe("444455556666 (suspended), 777788889999 (pending closure)");
  expect(new Map(aboutRows({ report: { ...report, scan } })).has("Accounts not read")).toBe(false);
});

it("says every setting that the report was judged by", () => {
  const report = {
    ...buildReport({}),
    settings: {
      ...defaultSettings,
      knownAccountIds: [],
      environmentByAccount: { 111122223333: "production" as const },
    },
  };
  const rows = new Map(aboutRows({ report }));
  expect(Object.fromEntries([...rows].filter(([name]) => name.startsWith("Setting: ")))).toMatchObject({
    "Setting: Tags that say the environment": "environment, env, stage",
    "Setting: Whole accounts": "111122223333 = production",
    "Setting: Known accounts": "none",
    "Setting: Third parties": "not declared",
    "Setting: Oldest access key, in days": 90,
  });
});
