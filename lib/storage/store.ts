import type { Connection } from "@/lib/model/connection";
import type { Attestation, Decisions, Waiver } from "@/lib/model/decision";
import type { HistoryPoint } from "@/lib/model/history";
import type { JournalEntry } from "@/lib/model/journal";
import type { Report } from "@/lib/model/report";
import type { CheckSet, ScanSummary } from "@/lib/model/scan";
import type { AuditSettings } from "@/lib/model/settings";
import type { ScanRetention } from "@/lib/model/retention";
import type { Snapshot } from "@/lib/model/snapshot";
import type { PackedReport } from "@/lib/storage/pack-report";

/** What may change of a scan while it runs, or when it ends. */
export type ScanChange = Partial<
  Pick<
    ScanSummary,
    "status" | "startedAt" | "finishedAt" | "accountId" | "accountIds" | "identityArn" | "failure"
  >
>;

/** What a finished scan leaves, stored in one transaction with its summary. */
export interface ScanResult {
  readonly finishedAt: string;
  readonly accountId: string;
  readonly identityArn: string;
  readonly snapshot: Snapshot;
  readonly report: PackedReport;
}

/** A fact that was read, as bytes that only Weir reads. */
export interface StoredRead {
  readonly name: string;
  readonly content: Uint8Array;
}

/** Keeps scans, what AWS said, and the reports made of it. Every row that is read is parsed. */
export interface Store {
  createScan(scan: ScanSummary): Promise<void>;
  updateScan(scanId: string, change: ScanChange): Promise<void>;
  /** Begins a scan again that was interrupted or failed; false: there is none. */
  reopenScan(scanId: string): Promise<boolean>;
  /** What a scan has read so far; gone when it is finished. A name that is there already keeps its first content. */
  keepReads(scanId: string, reads: readonly StoredRead[]): Promise<void>;
  reads(scanId: string): Promise<ReadonlyMap<string, Uint8Array>>;
  /** Of scans that were asked for before then, ISO 8601 UTC. */
  forgetReads(startedBefore: string): Promise<void>;
  /** Marks the scan finished and keeps its snapshot and report: all of it or nothing. */
  finishScan(scanId: string, result: ScanResult): Promise<void>;
  /** Newest first. */
  scans(): Promise<ScanSummary[]>;
  scan(scanId: string): Promise<ScanSummary | undefined>;
  snapshot(scanId: string): Promise<Snapshot | undefined>;
  /** The snapshot exactly as it was stored. */
  snapshotText(scanId: string): Promise<string | undefined>;
  /** Undefined, too, where another version wrote it and this one cannot read it: it is made again from the snapshot. */
  report(scanId: string, set: CheckSet): Promise<Report | undefined>;
  /** The report exactly as it was stored: the same bytes every time. */
  reportText(scanId: string, set: CheckSet): Promise<string | undefined>;
  /** Keeps a report of another set, rebuilt from the scan's snapshot. */
  saveReport(scanId: string, report: PackedReport): Promise<void>;
  /** Keeps a report in place of all that were made of the scan before, by other settings. */
  replaceReports(scanId: string, report: PackedReport): Promise<void>;
  /** What is kept of every report of a set, the oldest scan first. */
  history(set: CheckSet): Promise<HistoryPoint[]>;
  /** Keeps it for a report that an older version stored. */
  saveHistory(scanId: string, report: Report): Promise<void>;
  /** Keeps a scan whatever its age, or does not any more; false: there is none. */
  pinScan(scanId: string, pinned: boolean): Promise<boolean>;
  /** Removes the scan with all that it left; false: there was none. */
  deleteScan(scanId: string): Promise<boolean>;
  /** What the owner declared; the default where nothing was, or where an older version asked for less. */
  settings(): Promise<AuditSettings>;
  /** Keeps what the owner declares; undefined goes back to the defaults. */
  saveSettings(settings: AuditSettings | undefined): Promise<void>;
  /** For how long scans are kept. */
  retention(): Promise<ScanRetention>;
  saveRetention(retention: ScanRetention): Promise<void>;
  /** What people accepted and confirmed, in no order that says anything. */
  decisions(): Promise<Omit<Decisions, "on">>;
  /** Keeps waivers, in place of those of the same ids. */
  saveWaivers(waivers: readonly Waiver[], entry: JournalEntry): Promise<void>;
  /** Keeps attestations, in place of those of the same ids. */
  saveAttestations(attestations: readonly Attestation[], entry: JournalEntry): Promise<void>;
  removeDecisions(kind: "waiver" | "attestation", ids: readonly string[], entry: JournalEntry): Promise<void>;
  /** Who changed what, the newest first. */
  journal(atMost: number): Promise<JournalEntry[]>;
  note(entry: JournalEntry): Promise<void>;
  /** How the account was last reached, where somebody wanted that remembered. */
  connection(): Promise<Connection | undefined>;
  /** Remembers it; undefined forgets it. */
  saveConnection(connection: Connection | undefined): Promise<void>;
  close(): Promise<void>;
}
