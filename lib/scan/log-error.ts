import "server-only";
import { cleanText } from "@/lib/aws/clean-text";

/**
 * Writes an error with its causes to the log of the process: one line each, without control characters,
 * and without what looks like a key, a token or a signature.
 */
export function logError(doing: string, error: unknown): void {
  for (let each = error, depth = 0; each !== undefined && depth < 5; depth += 1) {
    process.stderr.write(`weir: ${depth === 0 ? doing : "because of"}: ${describe(each)}\n`);
    each = each instanceof Error ? each.cause : undefined;
  }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return withoutSecrets(cleanText(String(error)));
  const places = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return [
    `${error.name}: ${withoutSecrets(cleanText(error.message))}`,
    ...places.slice(0, 8).map((line) => line.trim()),
  ].join(" ");
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids */
function withoutSecrets(text: string): string {
  return text
    .replaceAll(/\b(?:AKIA|ASIA)[A-Z0-9]{12,}/g, "[access key id]")
    .replaceAll(/(\/\/)[^/\s@]+@/g, "$1[credentials]@")
    .replaceAll(
      /((?:secret|token|password|signature|credential)\w*["']?\s*[=:]\s*["']?)[^\s"'&,]+/gi,
      "$1[removed]",
    )
    .replaceAll(/(?<![\w/+])[A-Za-z0-9/+]{40,}={0,2}(?![\w/+])/g, "[removed]");
}
