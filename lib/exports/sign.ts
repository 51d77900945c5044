import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from "node:crypto";
import { readFile } from "node:fs/promises";
import { signedText, type ManifestBody, type ManifestSignature } from "@/lib/exports/file-manifest";

/** A key that cannot be used, in one sentence for the one who named it. */
export class KeyError extends Error {
  override readonly name = "KeyError";
}

/** An Ed25519 private key in PEM, as `openssl genpkey -algorithm ed25519` makes it. */
export async function readPrivateKey(file: string): Promise<KeyObject> {
  return ed25519(file, "private", createPrivateKey, await read(file));
}

/** The public key to it; a private key will do as well. */
export async function readPublicKey(file: string): Promise<KeyObject> {
  return ed25519(file, "public", createPublicKey, await read(file));
}

export function signManifest(body: ManifestBody, key: KeyObject): ManifestSignature {
  return {
    algorithm: "Ed25519",
    publicKey: createPublicKey(key).export({ type: "spki", format: "der" }).toString("base64"),
    value: sign(null, Buffer.from(signedText(body)), key).toString("base64"),
  };
}

/** Whether a signature is that of a key, by default of the one that it names itself. */
export function holds(
  body: ManifestBody,
  { publicKey, value }: ManifestSignature,
  key: KeyObject = ownKey(publicKey),
): boolean {
  return verify(null, Buffer.from(signedText(body)), key, Buffer.from(value, "base64"));
}

/** Names a key in a line: SHA-256 of its DER form. */
export function fingerprintOf(key: KeyObject): string {
  return createHash("sha256")
    .update(key.export({ type: "spki", format: "der" }))
    .digest("hex");
}

export function ownKey(publicKey: string): KeyObject {
  return createPublicKey({ key: Buffer.from(publicKey, "base64"), format: "der", type: "spki" });
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new KeyError(`The key ${file} could not be read (${reason}).`, { cause: error });
  }
}

function ed25519(file: string, kind: string, create: (pem: string) => KeyObject, pem: string): KeyObject {
  try {
    const key = create(pem);
    if (key.asymmetricKeyType === "ed25519") return key;
  } catch {
    // Said below, without what stands in the file.
  }
  throw new KeyError(`${file} holds no ${kind} Ed25519 key in PEM.`);
}
