import type { Check } from "@/lib/model/check";
import type { AuditSettings } from "@/lib/model/settings";
import type { Snapshot } from "@/lib/model/snapshot";
import type { Verdict } from "@/lib/model/verdict";
import { checks } from "@/lib/checks/registry";

/** A verdict and the check that reached it. */
export type CheckedVerdict = Verdict & { readonly checkId: string };

/**
 * Judges a snapshot: every check once an account, or once a Region, each with only the parts that it
 * declares. Verdicts come in the order of accounts, checks, Regions and subjects. A check that throws
 * costs that check: one `unknown` verdict, with the Region (or the account) as its subject.
 *
 * "Now" is the end of the scan, so that the same snapshot always gives the same verdicts.
 */
export function runChecks(
  _snapshot: Snapshot,
  _settings: AuditSettings,
  _which: readonly Check[] = checks,
): CheckedVerdict[] {
  throw new Error("not built yet");
}
