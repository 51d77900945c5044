import { and, eq, inArray, lt } from "drizzle-orm";
import { scanReads, scans } from "@/lib/storage/schema";
import type { SqlDatabase } from "@/lib/storage/sql-database";
import { storable } from "@/lib/storage/storable";
import type { Store } from "@/lib/storage/store";

/** Rows of one statement: PostgreSQL takes 65,535 parameters. */
const rowsMax = 1000;

type ReadQueries = Pick<Store, "reopenScan" | "keepReads" | "reads" | "forgetReads">;

/** What scans have read that have not finished. */
export function readQueries(database: SqlDatabase): ReadQueries {
  return {
    async reopenScan(scanId) {
      const stopped = and(eq(scans.id, scanId), inArray(scans.status, ["interrupted", "failed"]));
      const changed = database
        .update(scans)
        .set({ status: "running", finishedAt: null, failure: null })
        .where(stopped);
      return (await changed.returning({ id: scans.id })).length > 0;
    },

    async keepReads(scanId, reads) {
      const rows = reads.map(({ name, content }) => ({ scanId, name: storable(name), content }));
      for (let start = 0; start < rows.length; start += rowsMax)
        await database
          .insert(scanReads)
          .values(rows.slice(start, start + rowsMax))
          .onConflictDoNothing();
    },

    async reads(scanId) {
      const rows = await database
        .select({ name: scanReads.name, content: scanReads.content })
        .from(scanReads)
        .where(eq(scanReads.scanId, scanId));
      return new Map(rows.map(({ name, content }) => [name, content]));
    },

    async forgetReads(startedBefore) {
      const old = database.select({ id: scans.id }).from(scans).where(lt(scans.startedAt, startedBefore));
      await database.delete(scanReads).where(inArray(scanReads.scanId, old));
    },
  };
}
