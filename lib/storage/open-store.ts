import "server-only";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import { openEmbeddedDatabase } from "@/lib/storage/embedded-database";
import { lockFolder } from "@/lib/storage/folder-lock";
import { interruptScans } from "@/lib/storage/interrupt-scans";
import { projectRoot } from "@/lib/storage/project-root";
import { createSqlStore } from "@/lib/storage/sql-store";
import type { Store } from "@/lib/storage/store";

export interface StoreOptions {
  /** The folder that holds everything Weir keeps; relative to the working directory. */
  readonly dataDir: string;
}

/**
 * Opens the embedded store, creating folder and tables where they are missing. Scans that a dead
 * process left running become interrupted.
 *
 * @throws {StoreLockedError} another process has the folder open
 */
export async function openStore({ dataDir }: StoreOptions): Promise<Store> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const unlock = lockFolder(dataDir);
  try {
    const client = await openEmbeddedDatabase(join(dataDir, "database"));
    const database = drizzle({ client });
    await migrate(database, { migrationsFolder: join(projectRoot(), "drizzle") });
    await interruptScans(database, new Date().toISOString());
    return createSqlStore(database, async () => {
      await client.close();
      unlock();
    });
  } catch (error) {
    unlock();
    throw error;
  }
}
