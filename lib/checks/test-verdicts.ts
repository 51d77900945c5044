import { expect } from "vitest";
import type { Check } from "@/lib/model/check";
import { defaultSettings } from "@/lib/model/settings";
import type { AuditSettings } from "@/lib/model/settings";
import type { AccountSnapshot, RegionSnapshot } from "@/lib/model/snapshot";
import { buildAccount, buildRegion, buildSnapshot } from "@/lib/model/test-snapshot";
import { runChecks } from "@/lib/checks/run-checks";
import type { CheckedVerdict } from "@/lib/checks/checked-verdict";

interface Change {
  readonly region?: Partial<RegionSnapshot>;
  readonly account?: Partial<AccountSnapshot>;
  readonly settings?: Partial<AuditSettings>;
}

/** What a check says of an account that passes every check but for the change. */
export function verdictsOf(check: Check, { region, account, settings }: Change = {}): CheckedVerdict[] {
  const accounts = [buildAccount({ regions: [buildRegion(region)], ...account })];
  return runChecks(buildSnapshot({ accounts }), { ...defaultSettings, ...settings }, [check]);
}

/** The same where it has to be one verdict. */
export function verdictOf(check: Check, change: Change = {}): CheckedVerdict {
  const [verdict, ...others] = verdictsOf(check, change);
  expect(others).toEqual([]);
  if (!verdict) throw new Error(`${check.id} reached no verdict.`);
  return verdict;
}
