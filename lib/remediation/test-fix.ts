import { parseToObject } from "hcl2-parser";
import { expect } from "vitest";
import { yamlParse } from "yaml-cfn";
import { plainStream } from "@/lib/kinesis/access/test-account";
import type { Finding } from "@/lib/model/report";
import { defaultSettings, type AuditSettings } from "@/lib/model/settings";
import type { AccountSnapshot, RegionSnapshot, Snapshot } from "@/lib/model/snapshot";
import { accountId, read, region } from "@/lib/model/test-place";
import { buildAccount, buildRegion, buildSnapshot } from "@/lib/model/test-snapshot";
import { findFix } from "@/lib/remediation/find-fix";
import type { Fix } from "@/lib/remediation/fix";

export const orders = plainStream("orders", { retentionHours: read(24) });

export function snapshotOf(
  place: Partial<RegionSnapshot> = {},
  account: Partial<AccountSnapshot> = {},
): Snapshot {
  const regions = [buildRegion({ streams: read([orders]), ...place })];
  return buildSnapshot({ accounts: [buildAccount({ regions, ...account })] });
}

export function findingOf(
  checkId: string,
  cause: Partial<Finding["cause"]> = {},
  change: Partial<Finding> = {},
): Finding {
  return {
    findingId: "0123456789abcdef",
    checkId,
    status: "fail",
    severity: "medium",
    cause: { kind: "stream", id: orders.arn, label: "what is so", severity: "medium", ...cause },
    subjects: [{ scope: "stream", accountId, region, id: orders.arn }],
    streams: 1,
    streamArns: [orders.arn],
    ...change,
  };
}

export function fixFor(
  finding: Finding,
  snapshot = snapshotOf(),
  settings: Partial<AuditSettings> = {},
): Fix {
  const fix = findFix({ finding, snapshot, settings: { ...defaultSettings, ...settings } });
  if (!fix) throw new Error("There is no fix.");
  expect(parseToObject(fix.terraform)[1]).toBeNull();
  expect(yamlParse(fix.cloudFormation)).toMatchObject({ Resources: expect.anything() });
  return fix;
}
