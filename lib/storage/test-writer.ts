/* A process for tests to kill: finishes one scan in the folder given, begins another, says so and stays. */
import { openStore } from "@/lib/storage/open-store";
import { buildResult, buildScan, packed } from "@/lib/storage/test-report";

const store = await openStore({ dataDir: String(process.argv[2]) });
await store.createScan(buildScan({ id: "finished" }));
await store.finishScan("finished", await packed(buildResult("finished")));
await store.createScan(buildScan({ id: "running" }));
process.stdout.write(`${String(await store.reportText("finished", "full"))}\n`);
setInterval(() => undefined, 60_000);
