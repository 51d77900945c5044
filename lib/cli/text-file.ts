import { readFile, stat } from "node:fs/promises";
import { CliError } from "@/lib/cli/cli-error";

/** More than Node can make one text of. */
const megabytesMax = 500;

/**
 * The text of a file that somebody named.
 *
 * @param name what it was given as, for the sentence: `--report: report.json`.
 * @throws {CliError} where there is none to be had.
 */
export async function readTextFile(name: string, file: string): Promise<string> {
  try {
    if ((await stat(file)).size > megabytesMax * 1024 * 1024)
      throw new CliError(`${name} is larger than ${megabytesMax} MB.`);
    return await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof CliError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new CliError(`${name} could not be read (${reason}).`, { cause: error });
  }
}

/** Undefined for text that is not JSON, and of no schema either. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
