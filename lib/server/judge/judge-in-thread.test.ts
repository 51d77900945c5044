import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { defaultSettings } from "@/lib/model/settings";
import { judgeScanAgain } from "@/lib/server/judge/judge-in-thread";
import { JudgingThread } from "@/lib/server/judge/judging-thread";
import { processState } from "@/lib/server/process-state";
import { openStore } from "@/lib/storage/open-store";
import type { Store } from "@/lib/storage/store";

let folder = "";
let store: Store;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "weir-judge-"));
  store = await openStore({ dataDir: join(folder, "data") });
}, 90_000);
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

it("reads a scan from the store again where the thread that held it has ended", async () => {
  const thread = new JudgingThread();
  thread.end();
  processState().judged = { thread, scanId: "gone", idle: setTimeout(() => undefined, 0) };
  const by = { set: "course", settings: defaultSettings } as const;
  expect(await judgeScanAgain(store, "gone", by)).toBeUndefined();
});
