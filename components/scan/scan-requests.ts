import type { Connection } from "@/lib/model/connection";
import type { CheckSet } from "@/lib/model/scan";

/** What may be asked of a check of access; the server checks it again. */
export interface AccessWish extends Connection {
  readonly demo?: boolean;
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

export async function removeScan(scanId: string): Promise<void> {
  await send("DELETE", `/api/scans/${encodeURIComponent(scanId)}`);
}

export async function forgetConnection(): Promise<void> {
  await send("DELETE", "/api/connection");
}

/** The sentence of what went wrong. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function send(method: "POST" | "DELETE", path: string, body?: unknown): Promise<Response> {
  const response = await fetch(path, {
    method,
    ...(body !== undefined && {
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
  });
  if (response.ok) return response;
  const answer: unknown = await response.json().catch(() => undefined);
  throw new Error(sentenceIn(answer) ?? `The server answered ${response.status}.`);
}

/** The sentence of `{ error: { message } }`. Written out: a schema library would double what the page loads. */
function sentenceIn(answer: unknown): string | undefined {
  if (typeof answer !== "object" || answer === null || !("error" in answer)) return undefined;
  const { error } = answer;
  if (typeof error !== "object" || error === null || !("message" in error)) return undefined;
  return typeof error.message === "string" ? error.message : undefined;
}
