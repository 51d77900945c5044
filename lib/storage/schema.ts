import { bigint, boolean, customType, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { CheckSet } from "@/lib/model/scan";

/** Text, compressed with gzip: it comes back byte for byte, in a tenth of the room or less. */
const compressed = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });

const bytes = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });

/** What lists show of a scan. Instants are ISO 8601 UTC, as they stand in events and reports. */
export const scans = pgTable("scans", {
  id: text().primaryKey(),
  /** Counts up: the order in which scans were asked for. */
  position: bigint({ mode: "number" }).notNull().generatedAlwaysAsIdentity(),
  status: text().notNull(),
  startedAt: text("started_at").notNull(),
  finishedAt: text("finished_at"),
  accountId: text("account_id"),
  identityArn: text("identity_arn"),
  /** Where it is not the identity's own account alone. */
  accountIds: jsonb("account_ids"),
  request: jsonb().notNull(),
  failure: jsonb(),
  /** Somebody wants it kept, whatever its age. */
  pinned: boolean().notNull().default(false),
});

const ofScan = () =>
  text("scan_id")
    .notNull()
    .references(() => scans.id, { onDelete: "cascade" });

export const scanSnapshots = pgTable("scan_snapshots", {
  scanId: ofScan().primaryKey(),
  content: compressed().notNull(),
});

/** One report for each set that was asked for. */
export const scanReports = pgTable(
  "scan_reports",
  {
    scanId: ofScan(),
    checkSet: text("check_set").$type<CheckSet>().notNull(),
    content: compressed().notNull(),
  },
  (table) => [primaryKey({ columns: [table.scanId, table.checkSet] })],
);

/** What is left of each report to tell how things went over time: small, and read all at once. */
export const scanHistory = pgTable(
  "scan_history",
  {
    scanId: ofScan(),
    checkSet: text("check_set").$type<CheckSet>().notNull(),
    content: compressed().notNull(),
  },
  (table) => [primaryKey({ columns: [table.scanId, table.checkSet] })],
);

/** What a scan that has not finished has read, so that it can go on where it was. */
export const scanReads = pgTable(
  "scan_reads",
  {
    scanId: ofScan(),
    name: text().notNull(),
    content: bytes().notNull(),
  },
  (table) => [primaryKey({ columns: [table.scanId, table.name] })],
);

export const settings = pgTable("settings", {
  name: text().primaryKey(),
  value: jsonb().notNull(),
});

/** Waivers and attestations. */
export const decisions = pgTable("decisions", {
  id: text().primaryKey(),
  kind: text().$type<"waiver" | "attestation">().notNull(),
  value: jsonb().notNull(),
});

/** Who changed what of what is kept; nothing is ever taken out. */
export const journal = pgTable("journal", {
  position: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  at: text().notNull(),
  who: text().notNull(),
  action: text().notNull(),
  detail: text().notNull(),
});
