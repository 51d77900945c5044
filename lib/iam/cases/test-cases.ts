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
  expected: z.strictObject({
    decision: z.enum(["allowed", "explicitly-denied", "implicitly-denied", "undetermined"]),
    undeterminedKeys: z.array(z.string()).exactOptional(),
    statements: z.array(z.string()).exactOptional(),
    /** What is said of a policy that cannot be read. */
    problem: z.string().exactOptional(),
  }),
});

export type Case = z.output<typeof caseSchema>;

/** The whole decisions of this folder, by file. */
export function readCases(): { file: string; cases: Case[] }[] {
  const folder = new URL(".", import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return files.map((file) => {
    const text = readFileSync(new URL(file, folder), "utf8");
    return { file, cases: z.array(caseSchema).parse(JSON.parse(text)) };
  });
}
