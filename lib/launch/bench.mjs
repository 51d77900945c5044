// @ts-check
// `npm run bench [-- NAME…] [-- --json]`: sets up what the benchmarks need and hands over to lib/bench.
import { run } from "./child.mjs";
import { inRoot } from "./root.mjs";
import { setup } from "./setup.mjs";
import { runMain } from "./stopped.mjs";

await runMain(async () => {
  await setup(console.error);
  const node = ["--expose-gc", "--conditions=react-server", "--import", "tsx", inRoot("lib/bench/main.ts")];
  const { code } = await run(process.execPath, [...node, ...process.argv.slice(2)], { show: true });
  return code;
});
