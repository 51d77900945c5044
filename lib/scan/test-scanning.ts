/* A process for tests to kill: scans the demo account into the folder given, again and again, and says what it did. */
import { once } from "node:events";
import { startDemoAccount } from "@/lib/demo/start-demo-account";
import { collectSnapshot } from "@/lib/scan/collect-snapshot";
import { createScanManager } from "@/lib/scan/scan-manager";
import { sha256 } from "@/lib/scan/sha256";
import { openStore } from "@/lib/storage/open-store";

// Loading it all takes longer than a scan: a process is ready before its turn has come.
await once(process.stdin, "data");
const store = await openStore({ dataDir: String(process.argv[2]) });
const { url } = await startDemoAccount();
const scans = createScanManager({
  store,
  toolVersion: "0.0.0",
  collect: collectSnapshot,
});
const request = {
  source: { kind: "demo", endpoint: url },
  regions: [],
  allRegions: true,
  onDemand: [],
  set: "full",
  quotaShare: 0.9,
} as const;

for (;;) {
  const { id } = await scans.start({ ...request, regions: [] });
  process.stdout.write(`started ${id}\n`);
  for await (const { type } of scans.watch(id, 0, new AbortController().signal)) {
    if (type === "finished")
      process.stdout.write(`finished ${id} ${sha256(String(await store.reportText(id, "full")))}\n`);
    if (type === "failed") throw new Error(`The scan ${id} failed.`);
  }
}
