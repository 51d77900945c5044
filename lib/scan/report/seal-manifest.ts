import type { Report } from "@/lib/model/report";
import { canonicalJson } from "@/lib/scan/report/canonical-json";

/** A manifest with the hash of its other members, so that a change of any of them shows. */
export function sealManifest(
  { manifestSha256: _seal, ...manifest }: Report["manifest"],
  hash: (text: string) => string,
): Report["manifest"] {
  return { ...manifest, manifestSha256: hash(canonicalJson(manifest)) };
}
