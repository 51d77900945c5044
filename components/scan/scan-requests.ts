/** What may be asked of a scan; the server checks it again. */
export interface ScanWish {
  readonly regions?: readonly string[];
  readonly allRegions?: boolean;
  readonly profile?: string;
  readonly roleArn?: string;
  readonly externalId?: string;
  readonly quotaShare?: number;
}

/** Asks the server for a scan and answers its id; a refusal throws with the server's sentence. */
export async function startScan(wish: ScanWish): Promise<string> {
  const response = await post("/api/scans", wish);
  const scanId = response.headers.get("location")?.split("/").at(-1);
  if (!scanId) throw new Error("The scan was started, but the server did not say where. Look at Scans.");
  return scanId;
}

export async function cancelScan(scanId: string): Promise<void> {
  await post(`/api/scans/${encodeURIComponent(scanId)}/cancel`, {});
}

async function post(path: string, body: unknown): Promise<Response> {
  const response = await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (response.ok) return response;
  const answer: unknown = await response.json().catch(() => undefined);
  throw new Error(messageOf(answer) ?? `The server answered ${response.status}.`);
}

/** The sentence of `{ error: { message } }`. Written out: a schema library would double what the page loads. */
function messageOf(answer: unknown): string | undefined {
  if (typeof answer !== "object" || answer === null || !("error" in answer)) return undefined;
  const { error } = answer;
  if (typeof error !== "object" || error === null || !("message" in error)) return undefined;
  return typeof error.message === "string" ? error.message : undefined;
}
