// @ts-check
// `npm test`, all of it or, as in `npm test -- unit`, the groups that are named: lint, unit, browser.
import { timed } from "./child.mjs";
import { countStep, sum } from "./counts.mjs";
import { install } from "./install.mjs";
import { steps } from "./steps.mjs";
import { runMain, Stopped } from "./stopped.mjs";

const named = process.argv.slice(2);

await runMain(async () => {
  const unknown = named.find((name) => !steps.some(({ groups }) => isIn(groups, name)));
  if (unknown)
    throw new Stopped(`there is no group of tests "${unknown}"; there are lint, unit and browser.`);
  const counts = await runSteps();
  console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  return counts.failed === 0 ? 0 : 1;
});

async function runSteps() {
  try {
    await install(console.log);
  } catch (error) {
    console.log(error instanceof Stopped ? error.message : error);
    return countStep(false);
  }
  /** @type {Map<string, import("./counts.mjs").Counts>} */
  const all = new Map();
  for (const { name, groups, work, needs = [] } of steps) {
    if (named.length > 0 && !named.some((group) => isIn(groups, group))) continue;
    const missing = needs.find((need) => all.get(need)?.failed);
    const counts = missing ? countStep(false) : await timed(console.log, name, work);
    if (missing) console.log(`${name}: not run, because ${missing} failed`);
    if (counts.failed > 0) console.log(`${name}: FAILED`);
    all.set(name, counts);
  }
  return sum([...all.values()]);
}

/**
 * @param {readonly string[]} groups
 * @param {string} name
 */
function isIn(groups, name) {
  return groups.includes(name);
}
