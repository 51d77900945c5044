import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";

const pack = promisify(gzip);
const unpack = promisify(gunzip);

export async function compressText(text: string): Promise<Uint8Array> {
  return pack(text);
}

export async function decompressText(content: Uint8Array): Promise<string> {
  return (await unpack(content)).toString("utf8");
}
