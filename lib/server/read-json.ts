import "server-only";
import type { z } from "zod";
import { HttpError } from "@/lib/server/http-error";

const usualBytesMax = 16 * 1024;

/** The body of a request, if it is JSON, small, and what the schema says. */
export async function readJson<T extends z.ZodType>(
  request: Request,
  schema: T,
  bytesMax = usualBytesMax,
): Promise<z.infer<T>> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json")
    throw new HttpError(
      "unsupported-media-type",
      "The body must be JSON, with Content-Type application/json.",
    );

  const parsed = schema.safeParse(parse(await readText(request, bytesMax)));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join(".") || "body"}: ${message}`);
  throw new HttpError("bad-request", problems.join("; "));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new HttpError("bad-request", "The body is not JSON.", { cause: error });
  }
}

/** The body of a request as text. Stops at the limit, whatever Content-Length says. */
export async function readText(request: Request, bytesMax: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > bytesMax) throw new HttpError("too-large", `The body is larger than ${bytesMax} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
