import "server-only";
import type { WireServer } from "@/lib/demo/wire/start-wire-server";
import type { SnapshotSource } from "@/lib/model/snapshot";
import { sourceOfEnvironment } from "@/lib/scan/source-of-environment";

export interface OpenedSource {
  /** Where this process scans unless the demo is asked for. */
  readonly source: SnapshotSource;
  /** The built-in demo account, served on loopback from the first time that it is asked for. */
  readonly demo: () => Promise<SnapshotSource>;
  close(): Promise<void>;
}

/** Where this process scans. The demo account's server is loaded only where it is wanted. */
export async function openSource(demo: boolean): Promise<OpenedSource> {
  let server: Promise<WireServer> | undefined;
  const openDemo = async (): Promise<SnapshotSource> => {
    // One that could not start is tried again the next time.
    server ??= startDemo().catch((error: unknown) => {
      server = undefined;
      throw error;
    });
    return { kind: "demo", endpoint: (await server).url };
  };
  return {
    source: demo ? await openDemo() : sourceOfEnvironment(process.env),
    demo: openDemo,
    close: async () => (await server)?.close(),
  };
}

async function startDemo(): Promise<WireServer> {
  const { startDemoAccount } = await import("@/lib/demo/start-demo-account");
  return startDemoAccount();
}
