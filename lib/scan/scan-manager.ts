import "server-only";
import type { ScanEvent, ScanEventBody, ScanRequest, ScanSummary } from "@/lib/model/scan";
import type { AuditSettings } from "@/lib/model/settings";
import type { Snapshot } from "@/lib/model/snapshot";
import type { Store } from "@/lib/storage/store";

export interface CollectOptions {
  readonly request: ScanRequest;
  readonly scanId: string;
  readonly toolVersion: string;
  readonly signal: AbortSignal;
  readonly tell: (event: ScanEventBody) => void;
}

export interface ScanManagerOptions {
  readonly store: Store;
  readonly toolVersion: string;
  readonly settings: AuditSettings;
  readonly collect: (options: CollectOptions) => Promise<Snapshot>;
}

/** Runs scans one after another and tells what they do. */
export interface ScanManager {
  /** Queues a scan and returns at once. */
  start(request: ScanRequest): Promise<ScanSummary>;
  /** Stops a scan that runs or waits; false: there is no such scan. Resolves once it has stopped. */
  cancel(scanId: string): Promise<boolean>;
  /**
   * The events after a sequence number, then those to come; ends after the terminal one, or when `signal` aborts.
   * Ends at once for a scan that does not exist.
   */
  watch(scanId: string, afterSequence: number, signal: AbortSignal): AsyncGenerator<ScanEvent>;
  /** Stops what runs or waits and marks it interrupted. */
  close(): Promise<void>;
}

export function createScanManager(options: ScanManagerOptions): ScanManager {
  throw new Error(`not built: ${options.toolVersion}`);
}
