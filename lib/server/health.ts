import "server-only";
import { toolVersion } from "@/lib/config/tool-version";
import { loadSource } from "@/lib/server/source";

/** Whether this process can serve: a 503 says why not. */
export async function loadHealth() {
  const { kind } = await loadSource();
  return { status: "ok", tool: { name: "weir", version: toolVersion }, source: kind };
}
