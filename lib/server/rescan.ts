import type { Connection } from "@/lib/model/connection";
import type { ScanRequest } from "@/lib/model/scan";
import type { SnapshotSource } from "@/lib/model/snapshot";
import { isSameSource } from "@/lib/server/same-source";
import { connectionOf, type ScanInput } from "@/lib/server/scan-input";

/** What the scan button of every page asks for; `connect`: the demo is shown, and this process is there for more. */
export type Rescan = { readonly kind: "scan"; readonly wish: ScanInput } | { readonly kind: "connect" };

/** A newer look at what is shown: the same account, reached in the same way. */
export function rescanOf(
  shown: ScanRequest | undefined,
  source: SnapshotSource,
  remembered: Connection | undefined,
): Rescan {
  const demoShown = shown?.source.kind === "demo";
  if (demoShown && source.kind !== "demo") return { kind: "connect" };
  if (shown && isSameSource(shown.source, source)) {
    const { set, quotaShare, onDemand } = shown;
    return { kind: "scan", wish: { ...connectionOf(shown), set, quotaShare, onDemand } };
  }
  return { kind: "scan", wish: source.kind === "demo" ? {} : (remembered ?? {}) };
}
