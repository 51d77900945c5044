import { z } from "zod";
import { reportSchema } from "@/lib/model/report";
import type { Digest } from "@/lib/reports/digest";

const digestSchema = z.object({
  report: reportSchema,
  left: z.object({ findings: z.number().int(), streams: z.number().int() }).exactOptional(),
});

/** A digest as JSON that may stand in a script element: no tag can end or begin in it. */
export function embeddedDigest(digest: Digest): string {
  return JSON.stringify(digestSchema.parse(digest)).replaceAll(/[<>&\u2028\u2029]/g, escapeUnit);
}

/** The digest that stands in a file, or undefined where the text is none. */
export function parseDigest(text: string): Digest | undefined {
  try {
    return digestSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
