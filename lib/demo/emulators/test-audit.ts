import { vi } from "vitest";
import { toolVersion } from "@/lib/config/tool-version";
import type { Report } from "@/lib/model/report";
import { defaultSettings } from "@/lib/model/settings";
import type { Snapshot } from "@/lib/model/snapshot";
import { buildReport } from "@/lib/scan/build-report";
import { collectSnapshot } from "@/lib/scan/collect-snapshot";
import { sha256 } from "@/lib/scan/sha256";

export interface Audited {
  readonly snapshot: Snapshot;
  readonly report: Report;
}

/** A scan as `weir audit --endpoint` makes it, with the addresses of single services as in the environment. */
export async function auditEndpoint(
  endpoint: string,
  env: Readonly<Record<string, string>> = {},
  regions: readonly string[] = ["us-east-1", "eu-west-1"],
): Promise<Audited> {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  try {
    const snapshot = await collectSnapshot({
      request: {
        source: { kind: "endpoint", endpoint },
        regions: [...regions],
        allRegions: false,
        onDemand: [],
        set: "full",
        quotaShare: 0.5,
      },
      scanId: "emulator",
      toolVersion,
      signal: new AbortController().signal,
      tell: () => undefined,
    });
    return { snapshot, report: judge(snapshot) };
  } finally {
    vi.unstubAllEnvs();
  }
}

export function judge(snapshot: Snapshot): Report {
  return buildReport({ snapshot, settings: defaultSettings, set: "full", hash: sha256 });
}
