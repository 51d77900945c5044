import { createHash } from "node:crypto";

/** SHA-256 of a text in UTF-8, whole or in parts, as lower-case hex. */
export function sha256(text: string | Iterable<string>): string {
  const hash = createHash("sha256");
  for (const part of typeof text === "string" ? [text] : text) hash.update(part, "utf8");
  return hash.digest("hex");
}
