import "server-only";
import type { SnapshotSource } from "@/lib/model/snapshot";
import { runtime } from "@/lib/server/runtime";
import { requireViewer } from "@/lib/server/viewer";

/** Where this process scans: AWS, the custom endpoint of its environment, or the built-in demo account. */
export async function loadSource(): Promise<SnapshotSource> {
  await requireViewer();
  return (await runtime()).source;
}
