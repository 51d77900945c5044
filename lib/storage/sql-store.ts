import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { z } from "zod";
import { connectionSchema } from "@/lib/model/connection";
import { historyPointSchema } from "@/lib/model/history";
import { reportSchema } from "@/lib/model/report";
import { keptForEver, scanRetentionSchema } from "@/lib/model/retention";
import { auditSettingsSchema, defaultSettings } from "@/lib/model/settings";
import { snapshotSchema } from "@/lib/model/snapshot";
import { compressText, decompressText } from "@/lib/storage/compressed-text";
import { packPoint, type PackedReport } from "@/lib/storage/pack-report";
import { decisionQueries } from "@/lib/storage/decision-queries";
import { parseScanRow } from "@/lib/storage/scan-rows";
import { readQueries } from "@/lib/storage/read-queries";
import { scanHistory, scanReads, scanReports, scans, scanSnapshots, settings } from "@/lib/storage/schema";
import type { SqlDatabase } from "@/lib/storage/sql-database";
import { storable } from "@/lib/storage/storable";
import type { Store } from "@/lib/storage/store";

const auditSettingsName = "audit";
const connectionName = "connection";
const retentionName = "retention";

/** The store over any PostgreSQL; `close` ends the connection. */
export function createSqlStore(database: SqlDatabase, close: () => Promise<void>): Store {
  const snapshotText: Store["snapshotText"] = async (scanId) =>
    readText(
      await database
        .select({ content: scanSnapshots.content })
        .from(scanSnapshots)
        .where(eq(scanSnapshots.scanId, scanId)),
    );

  const reportText: Store["reportText"] = async (scanId, set) =>
    readText(
      await database
        .select({ content: scanReports.content })
        .from(scanReports)
        .where(and(eq(scanReports.scanId, scanId), eq(scanReports.checkSet, set))),
    );

  return {
    ...scanQueries(database),
    ...readQueries(database),
    ...settingQueries(database),
    ...decisionQueries(database),
    snapshotText,
    reportText,
    close,

    async snapshot(scanId) {
      const text = await snapshotText(scanId);
      return text === undefined ? undefined : snapshotSchema.parse(JSON.parse(text));
    },

    async report(scanId, set) {
      const text = await reportText(scanId, set);
      return text === undefined ? undefined : reportSchema.safeParse(JSON.parse(text)).data;
    },

    async saveReport(scanId, report) {
      await database.transaction((transaction) => writeReport(transaction, scanId, report));
    },

    async history(set) {
      const rows = await database
        .select({ content: scanHistory.content })
        .from(scanHistory)
        .innerJoin(scans, eq(scans.id, scanHistory.scanId))
        .where(eq(scanHistory.checkSet, set))
        .orderBy(scans.position);
      const texts = await Promise.all(rows.map(({ content }) => decompressText(content)));
      return texts.map((text) => historyPointSchema.parse(JSON.parse(text)));
    },

    async saveHistory(scanId, report) {
      await writePoint(database, scanId, { set: report.scan.set, point: await packPoint(report) });
    },

    async replaceReports(scanId, report) {
      await database.transaction(async (transaction) => {
        await transaction.delete(scanReports).where(eq(scanReports.scanId, scanId));
        await transaction.delete(scanHistory).where(eq(scanHistory.scanId, scanId));
        await writeReport(transaction, scanId, report);
      });
    },
  };
}

type ScanQueries = Pick<
  Store,
  "createScan" | "updateScan" | "finishScan" | "scans" | "scan" | "pinScan" | "deleteScan"
>;

function scanQueries(database: SqlDatabase): ScanQueries {
  return {
    async createScan(scan) {
      await database.insert(scans).values(storable(scan));
    },

    async updateScan(scanId, change) {
      await database.update(scans).set(storable(change)).where(eq(scans.id, scanId));
    },

    async finishScan(scanId, { snapshot, report, ...summary }) {
      const snapshotRow = { scanId, content: await compressText([JSON.stringify(snapshot)]) };
      await database.transaction(async (transaction) => {
        await transaction.insert(scanSnapshots).values(snapshotRow);
        await writeReport(transaction, scanId, report);
        await transaction.delete(scanReads).where(eq(scanReads.scanId, scanId));
        await transaction
          .update(scans)
          .set({ ...storable(summary), status: "finished" })
          .where(eq(scans.id, scanId));
      });
    },

    async scans() {
      return (await database.select().from(scans).orderBy(desc(scans.position))).map(parseScanRow);
    },

    async scan(scanId) {
      const [row] = await database.select().from(scans).where(eq(scans.id, scanId));
      return row && parseScanRow(row);
    },

    async pinScan(scanId, pinned) {
      const changed = database.update(scans).set({ pinned }).where(eq(scans.id, scanId));
      return (await changed.returning({ id: scans.id })).length > 0;
    },

    async deleteScan(scanId) {
      return (
        (await database.delete(scans).where(eq(scans.id, scanId)).returning({ id: scans.id })).length > 0
      );
    },
  };
}

const recordSchema = z.record(z.string(), z.unknown());

type SettingQueries = Pick<
  Store,
  "settings" | "saveSettings" | "retention" | "saveRetention" | "connection" | "saveConnection"
>;

function settingQueries(database: SqlDatabase): SettingQueries {
  async function read(name: string): Promise<unknown> {
    const [row] = await database.select().from(settings).where(eq(settings.name, name));
    return row?.value;
  }

  async function write(name: string, value: unknown): Promise<void> {
    if (value === undefined) {
      await database.delete(settings).where(eq(settings.name, name));
      return;
    }
    await database
      .insert(settings)
      .values({ name, value })
      .onConflictDoUpdate({ target: settings.name, set: { value } });
  }

  return {
    async settings() {
      const value = await read(auditSettingsName);
      return auditSettingsSchema.parse({ ...defaultSettings, ...recordSchema.parse(value ?? {}) });
    },

    saveSettings: (value) => write(auditSettingsName, value),

    async retention() {
      return scanRetentionSchema.parse((await read(retentionName)) ?? keptForEver);
    },

    saveRetention: (value) => write(retentionName, value),

    async connection() {
      // What another version remembered and this one does not take is not worth a page that fails.
      return connectionSchema.safeParse(await read(connectionName)).data;
    },

    saveConnection: (value) => write(connectionName, value),
  };
}

async function writeReport(database: SqlDatabase, scanId: string, report: PackedReport): Promise<void> {
  const { set: checkSet, content } = report;
  const target = [scanReports.scanId, scanReports.checkSet];
  await database
    .insert(scanReports)
    .values({ scanId, checkSet, content })
    .onConflictDoUpdate({ target, set: { content } });
  await writePoint(database, scanId, report);
}

async function writePoint(
  database: SqlDatabase,
  scanId: string,
  { set: checkSet, point: content }: Pick<PackedReport, "set" | "point">,
): Promise<void> {
  const target = [scanHistory.scanId, scanHistory.checkSet];
  await database
    .insert(scanHistory)
    .values({ scanId, checkSet, content })
    .onConflictDoUpdate({ target, set: { content } });
}

async function readText([row]: readonly { readonly content: Uint8Array }[]): Promise<string | undefined> {
  return row && decompressText(row.content);
}
