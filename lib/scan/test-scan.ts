import { expect } from "vitest";
import type { Patience } from "@/lib/aws/open-session";
import { ScanFailureError } from "@/lib/aws/scan-failure-error";
import type { Gap } from "@/lib/model/observed";
import type { ScanEventBody, ScanFailure, ScanRequest } from "@/lib/model/scan";
import { type Snapshot, snapshotSchema } from "@/lib/model/snapshot";
import { collectSnapshot } from "@/lib/scan/collect-snapshot";

/** Long enough for the loaded machine of a build, short enough for a matrix of faults. */
const patience: Patience = { connectMs: 10_000, answerMs: 10_000, backoffMs: 5 };

export interface ScanOptions {
  readonly request?: Partial<ScanRequest>;
  readonly patience?: Partial<Patience>;
  readonly signal?: AbortSignal;
  readonly now?: () => Date;
}

export interface Scanned {
  readonly snapshot: Snapshot;
  readonly events: ScanEventBody[];
}

export function buildRequest(endpoint: string, changes: Partial<ScanRequest> = {}): ScanRequest {
  return {
    source: { kind: "demo", endpoint },
    regions: [],
    allRegions: false,
    set: "full",
    quotaShare: 0.5,
    ...changes,
  };
}

/** Scans an endpoint, and holds the snapshot to its schema. */
export async function scan(endpoint: string, options: ScanOptions = {}): Promise<Scanned> {
  const events: ScanEventBody[] = [];
  const snapshot = await collectSnapshot({
    request: buildRequest(endpoint, options.request),
    scanId: "scan-1",
    toolVersion: "0.0.0-test",
    signal: options.signal ?? new AbortController().signal,
    tell: (event) => void events.push(event),
    patience: { ...patience, ...options.patience },
    ...(options.now && { now: options.now }),
  });
  expect(snapshotSchema.parse(snapshot)).toEqual(snapshot);
  return { snapshot, events };
}

export async function failureOf(scanning: Promise<unknown>): Promise<ScanFailure> {
  const error = await scanning.then(
    () => expect.unreachable("the scan ran"),
    (reason: unknown) => reason,
  );
  if (!(error instanceof ScanFailureError)) throw error;
  return error.failure;
}

/** All gaps of a snapshot, wherever they stand. */
export function gapsIn(value: unknown): Gap[] {
  if (typeof value !== "object" || value === null) return [];
  if ("known" in value && value.known === false && "gap" in value) {
    // The schema has been held against the whole snapshot.
    return [value.gap as Gap];
  }
  return Object.values(value).flatMap(gapsIn);
}
