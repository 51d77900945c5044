import { readFileSync, readdirSync } from "node:fs";
import { z } from "zod";
import { policiesSchema, requestSchema } from "@/lib/iam/cases/test-decide";

const caseSchema = z.strictObject({
  name: z.string(),
  rule: z.string(),
  source: z.url(),
  request: requestSchema,
  policies: policiesSchema,
  contextComplete: z.boolean(),
  expected: z.union([
    z.strictObject({
      decision: z.enum(["allowed", "explicitly-denied", "implicitly-denied", "undetermined"]),
      undeterminedKeys: z.array(z.string()).exactOptional(),
      statements: z.array(z.string()).exactOptional(),
    }),
    /** A policy that cannot be read: what its problem says. */
    z.strictObject({ problem: z.string() }),
  ]),
});

export type Case = z.input<typeof caseSchema>;

/** The whole decisions of this folder, by file. */
export function readCases(): { file: string; cases: Case[] }[] {
  const folder = new URL(".", import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return files.map((file) => {
    const given: unknown = JSON.parse(readFileSync(new URL(file, folder), "utf8"));
    z.array(caseSchema).parse(given);
    // The schema has just said so; its output is not used, because it turns the values of the context into text.
    return { file, cases: given as Case[] };
  });
}
