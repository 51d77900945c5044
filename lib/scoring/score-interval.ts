import { isOpen } from "@/lib/scoring/weighed-check";
import type { WeighedCheck } from "@/lib/scoring/weighed-check";

export interface CappedValue {
  readonly value: number;
  /** The cap, where it is lower than what the weights say. */
  readonly cap?: { readonly at: number; readonly checkIds: string[] };
}

/**
 * What is unknown counts as failed, at its heaviest. At least one check has to count.
 *
 * @param assumedToPass one of the checks, for what `worst` would be without its failure
 */
export function worstOf(checks: readonly WeighedCheck[], assumedToPass?: WeighedCheck): CappedValue {
  const passes = (check: WeighedCheck) => check.status === "pass" || check === assumedToPass;
  const passed = sum(checks, (check) => (passes(check) ? check.passWeight : 0));
  const open = checks.filter((check) => isOpen(check) && check !== assumedToPass);
  const failed = sum(open, ({ heaviest }) => heaviest.weight);

  const capping = open.filter(({ capsStream }) => capsStream);
  return capped(percent(passed, failed), capping, ({ heaviest }) => heaviest.cap);
}

/** What is unknown counts as passed, what fails weighs its lightest. */
export function bestOf(checks: readonly WeighedCheck[]): number {
  const failing = checks.filter(({ status }) => status === "fail");
  const passed = sum(checks, ({ status, passWeight }) =>
    status === "pass" || status === "unknown" ? passWeight : 0,
  );
  const failed = sum(failing, ({ lightest }) => lightest.weight);

  const capping = failing.filter(({ capsStream }) => capsStream);
  return capped(percent(passed, failed), capping, ({ lightest }) => lightest.cap).value;
}

function capped(
  uncapped: number,
  capping: readonly WeighedCheck[],
  capOfCheck: (check: WeighedCheck) => number,
): CappedValue {
  const at = Math.min(...capping.map(capOfCheck), 100);
  if (at >= uncapped) return { value: uncapped };
  const holding = capping.filter((check) => capOfCheck(check) === at);
  return { value: at, cap: { at, checkIds: holding.map(({ checkId }) => checkId) } };
}

function percent(passed: number, failed: number): number {
  return Math.floor((100 * passed) / (passed + failed));
}

function sum(checks: readonly WeighedCheck[], weightOf: (check: WeighedCheck) => number): number {
  return checks.reduce((total, check) => total + weightOf(check), 0);
}
