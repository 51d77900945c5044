import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { Attestation, Waiver } from "@/lib/model/decision";
import { attestationSchema, waiverSchema } from "@/lib/model/decision";
import { journalEntrySchema } from "@/lib/model/journal";
import type { JournalEntry } from "@/lib/model/journal";
import { decisions, journal } from "@/lib/storage/schema";
import type { SqlDatabase } from "@/lib/storage/sql-database";
import { storable } from "@/lib/storage/storable";
import type { Store } from "@/lib/storage/store";

type DecisionQueries = Pick<
  Store,
  "decisions" | "saveWaivers" | "saveAttestations" | "removeDecisions" | "journal" | "note"
>;
type Kind = (typeof decisions.$inferSelect)["kind"];

/** Every change is kept in one transaction with its entry in the journal. */
export function decisionQueries(database: SqlDatabase): DecisionQueries {
  const save = (kind: Kind, values: readonly (Waiver | Attestation)[], entry: JournalEntry) =>
    database.transaction(async (transaction) => {
      for (const value of storable(values))
        await transaction
          .insert(decisions)
          .values({ id: value.id, kind, value })
          .onConflictDoUpdate({ target: decisions.id, set: { value } });
      await writeEntry(transaction, entry);
    });
  return {
    async decisions() {
      const rows = await database.select().from(decisions).orderBy(asc(decisions.id));
      const of = (kind: Kind) => rows.filter((row) => row.kind === kind).map(({ value }) => value);
      return {
        waivers: of("waiver").map((value) => waiverSchema.parse(value)),
        attestations: of("attestation").map((value) => attestationSchema.parse(value)),
      };
    },

    saveWaivers: (waivers, entry) => save("waiver", waivers, entry),
    saveAttestations: (attestations, entry) => save("attestation", attestations, entry),

    removeDecisions: (kind, ids, entry) =>
      database.transaction(async (transaction) => {
        await transaction
          .delete(decisions)
          .where(and(eq(decisions.kind, kind), inArray(decisions.id, [...ids])));
        await writeEntry(transaction, entry);
      }),

    async journal(atMost) {
      const rows = await database.select().from(journal).orderBy(desc(journal.position)).limit(atMost);
      return rows.map((row) => journalEntrySchema.parse(row));
    },

    note: (entry) => writeEntry(database, entry),
  };
}

async function writeEntry(database: SqlDatabase, entry: JournalEntry): Promise<void> {
  await database.insert(journal).values(storable(entry));
}
