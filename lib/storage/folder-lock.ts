import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { processPlace, processStart } from "@/lib/storage/process-identity";
import { StoreLockedError } from "@/lib/storage/store-locked-error";

const holderSchema = z.object({ pid: z.int().positive(), place: z.string(), start: z.string() });
type Holder = z.infer<typeof holderSchema>;

const heartbeatMs = 5000;
/** A holder in another container cannot be asked: this long without a heartbeat, it is gone. */
const silenceMs = 60_000;

/**
 * Takes a folder for this process alone: PGlite takes no lock, and what a second process commits to
 * the same folder is lost without a word.
 *
 * A lock whose process is gone is taken over. Synchronous, so that the exclusive create is one step.
 *
 * @see https://github.com/electric-sql/pglite/issues/1106
 * @returns gives the folder back
 * @throws {StoreLockedError} a living process has it
 */
export function lockFolder(dataDir: string): () => void {
  const path = join(dataDir, "weir.lock");
  const mine = { pid: process.pid, place: processPlace(), start: processStart(process.pid) ?? "" };
  const text = `${JSON.stringify(mine)}\n`;

  while (!createFile(path, text)) {
    const seen = readText(path);
    if (seen === undefined) continue;
    const holder = parseHolder(seen);
    if (holder ? isHeld(holder, mine, path) : !isSilent(path))
      throw new StoreLockedError(dataDir, holder?.pid);
    removeStale(path, seen);
  }

  const heartbeat = setInterval(() => touch(path), heartbeatMs).unref();
  return () => {
    clearInterval(heartbeat);
    if (readText(path) === text) rmSync(path, { force: true });
  };
}

function isHeld(holder: Holder, mine: Holder, path: string): boolean {
  if (holder.place !== mine.place) return !isSilent(path);
  const start = processStart(holder.pid);
  return start !== undefined && (start === "" || holder.start === "" || start === holder.start);
}

/** Renamed first, so that of two processes that find it stale only one removes it, and not a new one's lock. */
function removeStale(path: string, seen: string): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
    if (readText(aside) !== seen) linkSync(aside, path);
  } catch {
    // Another process was faster; the next round sees what it did.
  }
  rmSync(aside, { force: true });
}

function createFile(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

function parseHolder(text: string): Holder | undefined {
  try {
    return holderSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function isSilent(path: string): boolean {
  const modified = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  return modified === undefined || Date.now() - modified > silenceMs;
}

function touch(path: string): void {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {
    // The folder was removed under us: there is nothing left to hold.
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
