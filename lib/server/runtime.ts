import "server-only";
import { ConfigError, readConfig } from "@/lib/config/config";
import { toolVersion } from "@/lib/config/tool-version";
import { collectSnapshot } from "@/lib/scan/collect-snapshot";
import { createScanManager } from "@/lib/scan/scan-manager";
import { EndpointError } from "@/lib/scan/source-of-environment";
import { forgetJudged, judgeScan } from "@/lib/server/judge/judge-in-thread";
import { HttpError } from "@/lib/server/http-error";
import { processState, type Runtime } from "@/lib/server/process-state";
import { toScanRequest } from "@/lib/server/scan-input";
import { openSource } from "@/lib/server/open-source";
import { openStore } from "@/lib/storage/open-store";
import { StoreLockedError } from "@/lib/storage/store-locked-error";

/** Opens what the process works with, at the first call; a 503 with its sentence when that failed. */
export function runtime(): Promise<Runtime> {
  const state = processState();
  return (state.runtime ??= open().catch((error: unknown) => {
    state.failure = failureSentence(error);
    throw new HttpError("unavailable", state.failure, { cause: error });
  }));
}

async function open(): Promise<Runtime> {
  const config = readConfig(process.env);
  const store = await openStore({ dataDir: config.dataDir });
  try {
    const opened = await openSource(config.demo);
    const scans = createScanManager({
      store,
      toolVersion,
      collect: collectSnapshot,
      judge: judgeScan,
    });
    if (config.demo && (await store.scans()).length === 0)
      await scans.start(toScanRequest({}, opened.source));
    return {
      store,
      scans,
      source: opened.source,
      demo: opened.demo,
      async close() {
        await scans.close();
        forgetJudged();
        await store.close();
        await opened.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** The sentence for people. What is not foreseen goes whole to the log of the process, and to nobody else. */
function failureSentence(error: unknown): string {
  if (error instanceof ConfigError || error instanceof StoreLockedError || error instanceof EndpointError)
    return error.message;
  process.stderr.write(`weir: ${error instanceof Error ? error.stack : String(error)}\n`);
  return "Weir could not start; the log of its process says why.";
}
