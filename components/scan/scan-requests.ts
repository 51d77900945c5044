import { send } from "@/components/send";
import type { Connection } from "@/lib/model/connection";
import type { CheckSet, OnDemand } from "@/lib/model/scan";

/** What may be asked of a check of access; the server checks it again. */
export interface AccessWish extends Connection {
  readonly demo?: boolean;
  readonly onDemand?: readonly OnDemand[];
}

/** What may be asked of a scan. */
export interface ScanWish extends AccessWish {
  readonly set?: CheckSet;
  readonly quotaShare?: number;
  readonly remember?: boolean;
}

/** Asks the server for a scan and answers its id; a refusal throws with the server's sentence. */
export async function startScan(wish: ScanWish): Promise<string> {
  const response = await send("POST", "/api/scans", wish);
  const scanId = response.headers.get("location")?.split("/").at(-1);
  if (!scanId) throw new Error("The scan was started, but the server did not say where. Look at Scans.");
  return scanId;
}

/** Asks the server to try each call once; the page of the check shows what came of it. */
export async function checkAccess(wish: AccessWish): Promise<void> {
  await send("POST", "/api/preflight", wish);
}

export async function cancelScan(scanId: string): Promise<void> {
  await send("POST", `/api/scans/${encodeURIComponent(scanId)}/cancel`, {});
}

/** Lets a scan go on that was stopped; the answer is the page of the scan. */
export async function resumeScan(scanId: string): Promise<void> {
  await send("POST", `/api/scans/${encodeURIComponent(scanId)}/resume`, {});
}

export async function removeScan(scanId: string): Promise<void> {
  await send("DELETE", `/api/scans/${encodeURIComponent(scanId)}`);
}

export async function forgetConnection(): Promise<void> {
  await send("DELETE", "/api/connection");
}
