import { eq } from "drizzle-orm";
import { scans } from "@/lib/storage/schema";
import type { SqlDatabase } from "@/lib/storage/sql-database";

/** A scan that says running when the store is opened lost its process. */
export async function interruptScans(database: SqlDatabase, finishedAt: string): Promise<void> {
  await database.update(scans).set({ status: "interrupted", finishedAt }).where(eq(scans.status, "running"));
}
