import "server-only";
import type { SnapshotSource } from "@/lib/model/snapshot";
import { sourceOfEnvironment } from "@/lib/scan/source-of-environment";

export interface OpenedSource {
  readonly source: SnapshotSource;
  close(): Promise<void>;
}

/** Where this process scans. The demo account's server is loaded only where it is wanted. */
export async function openSource(demo: boolean): Promise<OpenedSource> {
  if (demo) {
    const { startDemoAccount } = await import("@/lib/demo/start-demo-account");
    const { url, close } = await startDemoAccount();
    return { source: { kind: "demo", endpoint: url }, close };
  }
  return { source: sourceOfEnvironment(process.env), close: () => Promise.resolve() };
}
