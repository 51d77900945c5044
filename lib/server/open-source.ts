import "server-only";
import type { SnapshotSource } from "@/lib/model/snapshot";

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
  return { source: sourceFromEnvironment(process.env), close: () => Promise.resolve() };
}

/** AWS, or the endpoint that the environment names to the SDK. */
export function sourceFromEnvironment(env: Readonly<Record<string, string | undefined>>): SnapshotSource {
  const endpoint = env["AWS_ENDPOINT_URL"];
  return endpoint ? { kind: "endpoint", endpoint } : { kind: "aws" };
}
