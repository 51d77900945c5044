import { expect } from "vitest";
import { z } from "zod";
import type { Patience } from "@/lib/aws/open-session";
import { ScanFailureError } from "@/lib/aws/scan-failure-error";
import { type Gap, gapSchema } from "@/lib/model/observed";
import { onDemandReads, type ScanEventBody, type ScanFailure, type ScanRequest } from "@/lib/model/scan";
import { type Snapshot, snapshotSchema } from "@/lib/model/snapshot";
import { compareText } from "@/lib/collectors/read-pages";
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
    onDemand: [...onDemandReads],
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

const missingSchema = z.object({ known: z.literal(false), gap: gapSchema });

/** All gaps of a snapshot, wherever they stand. */
export function gapsIn(value: unknown): Gap[] {
  if (typeof value !== "object" || value === null) return [];
  const missing = missingSchema.safeParse(value);
  if (missing.success) return [missing.data.gap];
  return Object.values(value).flatMap(gapsIn);
}

/** A sorted copy; an id that a fact lacks stands first. */
export function sorted(ids: Iterable<string | undefined>): string[] {
  return [...ids].map((id) => id ?? "").toSorted(compareText);
}

/** The thing, which the test cannot do without. */
export function given<Thing>(thing: Thing | undefined, what: string): Thing {
  if (thing === undefined) throw new TypeError(`There is no ${what}`);
  return thing;
}
