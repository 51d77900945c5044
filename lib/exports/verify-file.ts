import { createHash, type KeyObject } from "node:crypto";
import { exportInputOf } from "@/lib/exports/export-input-of";
import { fileManifestSchema, signedText, type FileManifest } from "@/lib/exports/file-manifest";
import { findDigest, formatOf, type Held } from "@/lib/exports/find-digest";
import { fingerprintOf, holds, ownKey } from "@/lib/exports/sign";
import { encodeChunks } from "@/lib/reports/encode-chunks";
import { renderHtml } from "@/lib/reports/html/to-html";
import { toJson } from "@/lib/reports/json";
import { renderPdf } from "@/lib/reports/pdf/to-pdf";
import type { Chunks } from "@/lib/reports/export-input";
import { canonicalJson } from "@/lib/scan/report/canonical-json";
import { sealManifest } from "@/lib/scan/report/seal-manifest";
import { sha256 } from "@/lib/scan/sha256";

/** One thing that was looked at, and what came of it. */
export interface Finding {
  readonly holds: boolean;
  readonly says: string;
}

interface Verified {
  readonly bytes: Buffer;
  readonly name: string;
  /** Text of FILE.manifest.json, where there is one. */
  readonly manifest?: string | undefined;
  /** The key that the reader trusts. */
  readonly key?: KeyObject | undefined;
}

/** Holds a file to its manifest and to the report that stands in it; no finding: there was nothing to hold it to. */
export async function verifyFile({ bytes, name, manifest, key }: Verified): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  if (manifest !== undefined) findings.push(...bySidecar(bytes, manifest, key));
  else if (key)
    findings.push(no("No manifest stands beside it, so there is no signature to check with that key."));
  const format = formatOf(bytes, name);
  if (format === undefined) return findings;
  const held = findDigest(bytes, format);
  if (!held)
    return [
      ...findings,
      no(`It holds no report that can be read, as a ${format.toUpperCase()} of Weir does.`),
    ];
  return [...findings, ...reportHashes(held), await madeAgain(bytes, held)];
}

function bySidecar(bytes: Buffer, text: string, key: KeyObject | undefined): Finding[] {
  const manifest = fileManifestSchema.safeParse(parse(text)).data;
  if (!manifest) return [no("Its manifest is not one that this version of Weir has written.")];
  if (sha256(signedText(manifest)) !== manifest.manifestSha256 || !isAsWritten(text, manifest))
    return [no("Its manifest was changed: it is not as it was written.")];
  const actual = createHash("sha256").update(bytes).digest("hex");
  const isSame = actual === manifest.file.sha256 && bytes.length === manifest.file.bytes;
  return [
    isSame
      ? yes(`Its ${bytes.length} bytes are those of the manifest, SHA-256 ${actual}.`)
      : no(`Its bytes are not those of the manifest: SHA-256 is ${actual}, not ${manifest.file.sha256}.`),
    signature(manifest, key),
  ];
}

/** Nothing may stand in it that the hash does not cover, such as other white space. */
function isAsWritten(text: string, manifest: FileManifest): boolean {
  return text === `${JSON.stringify(manifest, null, 2)}\n`;
}

function signature(manifest: FileManifest, key: KeyObject | undefined): Finding {
  if (!manifest.signature)
    return key
      ? no("It is not signed, so the key has nothing to check.")
      : yes("It is not signed; no signature was checked.");
  try {
    if (!holds(manifest, manifest.signature, key))
      return no(key ? "Its signature is not one of that key." : "Its signature does not hold.");
    const name = fingerprintOf(key ?? ownKey(manifest.signature.publicKey));
    return key
      ? yes(`Its signature was checked, and is one of the key ${name}.`)
      : yes(
          `Its signature was checked against the key that it names itself, ${name}; --public-key says whom you trust.`,
        );
  } catch {
    return no("Its signature is malformed.");
  }
}

function reportHashes({ digest: { report, left } }: Held): Finding[] {
  const { manifest, ...rest } = report;
  const sealed = sealManifest(manifest, sha256).manifestSha256 === manifest.manifestSha256;
  return [
    sealed ? yes("The report's manifest is as it was written.") : no("The report's manifest was changed."),
    left
      ? yes("It holds a part of the report, so the hash of the whole cannot be checked with it.")
      : sha256(canonicalJson(rest)) === manifest.reportSha256
        ? yes(`The report in it has its hash, SHA-256 ${manifest.reportSha256}.`)
        : no(`The report in it does not have its hash, SHA-256 ${manifest.reportSha256}.`),
  ];
}

async function madeAgain(bytes: Buffer, { format, digest }: Held): Promise<Finding> {
  let at = 0;
  let isSame = true;
  for await (const block of encodeChunks(await render(format, digest))) {
    isSame &&= Buffer.from(block.buffer).equals(bytes.subarray(at, at + block.length));
    at += block.length;
  }
  if (isSame && at === bytes.length)
    return yes("Made again from the report in it, it is the same byte for byte.");
  const { tool, manifest } = digest.report;
  return no(
    `Made again from the report in it, it is another file. It was made by Weir ${tool.version} with rules ${manifest.rulesVersion}; the words of other versions may differ.`,
  );
}

async function render(format: Held["format"], digest: Held["digest"]): Promise<Chunks> {
  const { checks, fonts } = exportInputOf(digest.report);
  if (format === "json") return toJson(digest.report);
  return format === "html" ? renderHtml(digest, checks) : renderPdf(digest, checks, await fonts());
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function yes(says: string): Finding {
  return { holds: true, says };
}

function no(says: string): Finding {
  return { holds: false, says };
}
