import { z } from "zod";
import { CliError } from "@/lib/cli/cli-error";
import { parseJson, readTextFile } from "@/lib/cli/text-file";
import { type Decisions, waiverSchema } from "@/lib/model/decision";

const fileSchema = z.object({ waivers: z.array(waiverSchema) });

/**
 * What a file of `GET /api/waivers` accepts today; undefined where none is named.
 *
 * @throws {CliError} for a file that holds no waivers.
 */
export async function readWaivers(file: string | undefined): Promise<Decisions | undefined> {
  if (file === undefined) return undefined;
  const text = await readTextFile(`--waivers: ${file}`, file);
  const parsed = fileSchema.safeParse(parseJson(text));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue?.path.join(".") ?? "";
    throw new CliError(
      `--waivers: ${file} is no answer of GET /api/waivers (${where === "" ? "the file" : where}: ${issue?.message ?? "not valid"}).`,
    );
  }
  const on = new Date().toISOString().slice(0, "2026-11-26".length);
  return { on, waivers: parsed.data.waivers, attestations: [] };
}
