import type { IncomingMessage } from "node:http";

/** Requests of the operations served here are a few hundred bytes long. */
const bodyBytesMax = 1_048_576;

export interface WireRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: string;
  readonly headers: IncomingMessage["headers"];
  readonly credential?: Credential;
}

/** The credential scope of a Signature Version 4 header. */
interface Credential {
  readonly accessKeyId: string;
  readonly region: string;
  readonly signingName: string;
}

/** Absent when the body is longer than any request that AWS would take. */
export async function readWireRequest(incoming: IncomingMessage): Promise<WireRequest | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming) {
    // Without an encoding set, a request yields buffers only.
    const buffer: Buffer = chunk;
    bytes += buffer.length;
    if (bytes > bodyBytesMax) return undefined;
    chunks.push(buffer);
  }
  const [path = "/", query = ""] = (incoming.url ?? "/").split("?", 2);
  const credential = parseCredential(incoming.headers.authorization);
  return {
    method: incoming.method ?? "GET",
    path,
    query: new URLSearchParams(query),
    body: Buffer.concat(chunks).toString("utf8"),
    headers: incoming.headers,
    ...(credential && { credential }),
  };
}

/**
 * `Credential=<access key>/<date>/<region>/<service>/aws4_request`
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-signing-elements.html
 */
function parseCredential(authorization: string | undefined): Credential | undefined {
  const scope =
    /^AWS4-HMAC-SHA256 .*?Credential=([^/,\s]+)\/\d{8}\/([^/,\s]+)\/([^/,\s]+)\/aws4_request/.exec(
      authorization ?? "",
    );
  const [, accessKeyId, region, signingName] = scope ?? [];
  if (!accessKeyId || !region || !signingName) return undefined;
  return { accessKeyId, region, signingName };
}

/** What the caller asked for as readable text: a fault's `match` looks for an ARN or a name in it. */
export function requestText({ body, query, headers }: WireRequest): string {
  const form = headers["content-type"]?.startsWith("application/x-www-form-urlencoded")
    ? [...new URLSearchParams(body)]
    : [];
  const pairs = [...query, ...form].map(([key, value]) => `${key}=${value}`);
  return pairs.length > 0 ? pairs.join("\n") : body;
}
