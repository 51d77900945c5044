// @ts-check
import { existsSync, readFileSync } from "node:fs";

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @param {boolean} isGood @returns {Counts} what a step without tests of its own adds */
export const countStep = (isGood) => ({ passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0 });

/**
 * Sums what runners counted.
 *
 * @param {readonly Counts[]} all
 * @returns {Counts}
 */
export function sum(all) {
  return {
    passed: all.reduce((total, { passed }) => total + passed, 0),
    failed: all.reduce((total, { failed }) => total + failed, 0),
    skipped: all.reduce((total, { skipped }) => total + skipped, 0),
  };
}

/**
 * What a runner's JSON file says, held against the runner's exit code: a runner that ended badly without naming a failed
 * test, wrote no file or found no test has failed once.
 *
 * @param {string} path
 * @param {boolean} endedWell
 * @param {(report: any) => Counts} read
 * @returns {Counts}
 */
export function countReport(path, endedWell, read) {
  if (!existsSync(path)) return countStep(false);
  const counts = read(JSON.parse(readFileSync(path, "utf8")));
  const isSilentFailure = counts.failed === 0 && (!endedWell || counts.passed === 0);
  return isSilentFailure ? { ...counts, failed: 1 } : counts;
}

/**
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number }} report
 * @returns {Counts}
 */
export function readVitest({ numPassedTests, numFailedTests, numPendingTests, numTodoTests }) {
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
}

/**
 * A test that passed only at its second try has failed.
 *
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } }} report
 * @returns {Counts}
 */
export function readPlaywright({ stats }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}
