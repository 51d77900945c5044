import type { KeyObject } from "node:crypto";
import { readPrivateKey } from "@/lib/exports/sign";
import { CliError } from "@/lib/cli/cli-error";

interface SigningOptions {
  readonly out?: string | undefined;
  readonly signKey?: string | undefined;
}

/** The key of `--sign-key`, or a refusal before a scan of minutes is made for it; undefined: nobody asked to sign. */
export async function requireSigningKey({ out, signKey }: SigningOptions): Promise<KeyObject | undefined> {
  if (signKey === undefined) return undefined;
  if (out === undefined)
    throw new CliError("--sign-key signs the manifest beside a file: name the file with --out.");
  return readPrivateKey(signKey);
}
