import { expect, it } from "vitest";
import { defaultSettings } from "@/lib/model/settings";
import { aboutRows } from "@/lib/reports/about-rows";
import { buildReport } from "@/lib/reports/test-report";

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
