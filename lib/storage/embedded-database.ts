import "server-only";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { PGlite, types } from "@electric-sql/pglite";
import { projectRoot } from "@/lib/storage/project-root";

/**
 * Opens the embedded PostgreSQL, creating it where there is none.
 *
 * It survives the death of its process but not a power cut: PGlite never calls fsync. Its own way of writing bytes as
 * hex takes half a second for each megabyte, eight times as long as this one.
 */
export async function openEmbeddedDatabase(folder: string): Promise<PGlite> {
  if (!existsSync(join(folder, "PG_VERSION"))) await initialise(folder);
  return PGlite.create(folder, {
    serializers: { [types.BYTEA]: (bytes: Uint8Array) => `\\x${Buffer.from(bytes).toString("hex")}` },
    parsers: { [types.BYTEA]: (text: string) => Buffer.from(text.slice("\\x".length), "hex") },
  });
}

/**
 * Creates the database aside and moves it into place, so that one that is half made is never opened.
 * Where the child cannot run, PGlite creates it on opening, at the price of its memory.
 */
async function initialise(folder: string): Promise<void> {
  const fresh = `${folder}.new`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true, mode: 0o700 });
  if (await ranInitialiser(fresh)) {
    await rm(folder, { recursive: true, force: true });
    await rename(fresh, folder);
    return;
  }
  await rm(fresh, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
}

/** The environment stays behind: it may hold credentials. */
async function ranInitialiser(folder: string): Promise<boolean> {
  const script = join(projectRoot(), "lib", "storage", "init-database.mjs");
  const { NODE_ENV, PATH, SystemRoot } = process.env;
  const env = { NODE_ENV, ...(PATH && { PATH }), ...(SystemRoot && { SystemRoot }) };
  const child = spawn(process.execPath, [script, folder], { stdio: "ignore", env });
  try {
    const [code] = await once(child, "exit");
    return code === 0;
  } catch {
    return false;
  }
}
