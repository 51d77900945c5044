import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { ScanRequest } from "@/lib/model/scan";
import { runScan } from "@/lib/scan/run-scan";
import { buildSnapshot } from "@/lib/scan/test-snapshot";
import { openStore } from "@/lib/storage/open-store";

const request: ScanRequest = {
  source: { kind: "aws" },
  regions: ["eu-west-1"],
  allRegions: false,
  onDemand: [],
  set: "full",
  quotaShare: 0.25,
};

it("ends its judge when it is cancelled, and keeps nothing", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "weir-run-scan-"));
  const store = await openStore({ dataDir });
  const controller = new AbortController();
  const end = await runScan(
    { id: "scan-1", request, startedAt: new Date().toISOString() },
    {
      store,
      toolVersion: "1.2.3",
      now: () => new Date(),
      collect: async () => buildSnapshot([]),
      judge: (_input, signal) => {
        controller.abort("cancelled");
        return Promise.reject(signal?.reason);
      },
    },
    controller.signal,
    { tell: () => undefined },
  );
  expect(end).toEqual({ type: "cancelled" });
  expect(await store.snapshotText("scan-1")).toBeUndefined();
  await store.close();
  rmSync(dataDir, { recursive: true });
}, 60_000);
