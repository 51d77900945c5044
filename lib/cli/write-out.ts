import { randomUUID } from "node:crypto";
import { rename, rm, realpath, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { CliError } from "@/lib/cli/cli-error";

type Content = string | AsyncIterable<Uint8Array>;

/** Refuses a file that could not be written later, before a scan of minutes is made for it. */
export async function requireWritable(option: string, file: string): Promise<void> {
  const folder = dirname(resolve(file));
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory()) throw new CliError(`${option}: there is no folder ${folder}.`);
  if ((await stat(file).catch(() => undefined))?.isDirectory())
    throw new CliError(`${option}: ${file} is a folder; name a file in it.`);
}

/** Writes all of a file or nothing: a reader never sees half a report, and an earlier one stays until the new one is whole. */
export async function writeWhole(
  option: string,
  file: string,
  content: Content,
  mode = 0o666,
): Promise<void> {
  try {
    await write(file, content, mode);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CliError(`${option}: ${file} could not be written (${reason}).`, { cause: error });
  }
}

/** Whether it is a file, or will be one: a device or a pipe can only be written to, and nothing can stand beside it. */
export async function isReplaceable(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  return !found || found.isFile();
}

async function write(file: string, content: Content, mode: number): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  // A device or a pipe cannot be replaced, only written to.
  if (found && !found.isFile()) return writeFile(file, content);

  const target = found ? await realpath(file) : resolve(file);
  const draft = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
  try {
    await writeFile(draft, content, { mode, flag: "wx" });
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
