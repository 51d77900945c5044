import "server-only";
import { z } from "zod";
import { eventStream } from "@/lib/server/event-stream";
import { HttpError } from "@/lib/server/http-error";
import { loadScan, watchScan } from "@/lib/server/scans";

/** A header that no browser of ours sends is a reason to begin at the first event, not to refuse. */
const lastEventIdSchema = z.coerce.number().int().nonnegative().catch(0);

/** The events of a scan after the one that the request names in Last-Event-ID, as server-sent events. */
export async function followScan(scanId: string, request: Request): Promise<Response> {
  const scan = await loadScan(scanId);
  if (!scan) throw new HttpError("not-found", "There is no such scan.");
  const left = new AbortController();
  const stop = () => left.abort();
  request.signal.addEventListener("abort", stop, { once: true });
  const after = lastEventIdSchema.parse(request.headers.get("last-event-id"));
  const events = await watchScan(scanId, after, left.signal);
  return eventStream({ events, stop }, scan.status !== "running");
}
