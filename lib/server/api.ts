import "server-only";
import { HttpError } from "@/lib/server/http-error";

/** Whatever a browser or proxy keeps of a map of who can read which stream is too much. */
const headers = { "cache-control": "no-store" };

/** Answers with what the work returns as JSON, or with the error that it throws: the one place where errors get their status. */
export async function answer(work: () => Promise<unknown>): Promise<Response> {
  try {
    const result = await work();
    return result instanceof Response ? result : Response.json(result, { headers });
  } catch (error) {
    return errorResponse(error);
  }
}

/** The same, for 201, 202 and 204. */
export function json(body: unknown, status: number, more: Readonly<Record<string, string>> = {}): Response {
  return Response.json(body, { status, headers: { ...headers, ...more } });
}

/** The value, or a 404 that names what is missing. */
export function found<T>(value: T | undefined, message: string): T {
  if (value === undefined) throw new HttpError("not-found", message);
  return value;
}

function errorResponse(error: unknown): Response {
  const known =
    error instanceof HttpError
      ? error
      : new HttpError("unexpected", "Something unforeseen happened; the log of the process says what.");
  if (known !== error) {
    process.stderr.write(`weir: ${error instanceof Error ? error.stack : String(error)}\n`);
  }
  return json({ error: { code: known.code, message: known.message } }, known.status);
}
