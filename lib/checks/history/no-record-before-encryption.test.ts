import { describe, expect, it } from "vitest";
import type { EncryptionEvent } from "@/lib/model/encryption-event";
import type { Observed } from "@/lib/model/observed";
import { denied, deniedGap, read } from "@/lib/model/test-place";
import { buildStream } from "@/lib/model/test-stream";
import type { Stream } from "@/lib/model/stream";
import { noRecordBeforeEncryption } from "@/lib/checks/history/no-record-before-encryption";
import { verdictOf } from "@/lib/checks/test-verdicts";

const old = read("2024-01-01T00:00:00.000Z");
const start = (at: string, streamName = "orders"): EncryptionEvent => ({ kind: "start", at, streamName });
const stop = (at: string, streamName = "orders"): EncryptionEvent => ({ kind: "stop", at, streamName });

/** Scanned on 2026-11-01 at noon; a week of records. */
function verdictOn(events: EncryptionEvent[] | Observed<EncryptionEvent[]>, change: Partial<Stream> = {}) {
  const encryptionEvents = Array.isArray(events) ? read(events) : events;
  const stream = buildStream({ createdAt: old, retentionHours: read(168), ...change });
  return verdictOf(noRecordBeforeEncryption, { region: { streams: read([stream]), encryptionEvents } });
}

describe("passes", () => {
  it("without an event, and with events older than the oldest record", () => {
    expect(verdictOn([]).status).toBe("pass");
    expect(verdictOn([start("2026-10-25T11:59:00Z"), stop("2026-10-24T00:00:00Z")]).status).toBe("pass");
  });

  it("a start that only changed the key", () => {
    expect(verdictOn([start("2026-10-31T00:00:00Z"), start("2026-09-01T00:00:00Z")]).status).toBe("pass");
  });

  it("a start within the first hour of the stream", () => {
    const createdAt = read("2026-10-30T00:00:00.000Z");
    expect(verdictOn([start("2026-10-30T01:00:00Z")], { createdAt })).toMatchObject({
      status: "pass",
      evidence: "Encryption was switched on within an hour of the stream's making.",
    });
  });

  it("whatever happened to other streams", () => {
    const others = [start("2026-10-31T00:00:00Z", "other"), stop("2026-10-30T00:00:00Z", "other")];
    expect(verdictOn(others).status).toBe("pass");
  });
});

describe("fails until the retention has passed", () => {
  it("after encryption was off", () => {
    expect(verdictOn([start("2026-10-31T00:00:00Z"), stop("2026-10-30T00:00:00Z")])).toMatchObject({
      status: "fail",
      severity: "low",
      evidence: "orders was encrypted on 2026-10-31: records from before it are left until 2026-11-07.",
      causes: [{ kind: "stream" }],
    });
  });

  it("after it was switched on late", () => {
    const createdAt = read("2026-10-20T00:00:00.000Z");
    expect(verdictOn([start("2026-10-29T00:00:00Z")], { createdAt }).status).toBe("fail");
  });

  it("after it was off within the first hour", () => {
    const createdAt = read("2026-10-30T00:00:00.000Z");
    const events = [
      start("2026-10-30T00:40:00Z"),
      stop("2026-10-30T00:30:00Z"),
      start("2026-10-30T00:10:00Z"),
    ];
    expect(verdictOn(events, { createdAt }).status).toBe("fail");
  });

  it("though the key was changed since", () => {
    const events = [
      start("2026-10-31T12:00:00Z"),
      start("2026-10-31T00:00:00Z"),
      stop("2026-10-30T00:00:00Z"),
    ];
    expect(verdictOn(events).evidence).toContain("encrypted on 2026-10-31");
  });
});

describe("is unknown", () => {
  it("where a start may have changed the key alone", () => {
    expect(verdictOn([start("2026-10-31T00:00:00Z")])).toMatchObject({
      status: "unknown",
      gaps: [{ reason: "not-collected", message: expect.stringContaining("left until 2026-11-07") }],
    });
  });

  it("where records are older than the event history", () => {
    expect(verdictOn([], { retentionHours: read(2161) }).status).toBe("unknown");
    expect(verdictOn([], { retentionHours: read(2160) }).status).toBe("pass");
    const createdAt = read("2026-09-01T00:00:00.000Z");
    expect(verdictOn([], { retentionHours: read(8760), createdAt }).status).toBe("pass");
  });

  it("where a fact was not read", () => {
    const gap = deniedGap("cloudtrail:LookupEvents");
    expect(verdictOn(denied("cloudtrail:LookupEvents"))).toMatchObject({ status: "unknown", gaps: [gap] });
    for (const change of [
      { encryption: denied("kinesis:DescribeStreamSummary") },
      { retentionHours: denied("kinesis:DescribeStreamSummary") },
      { createdAt: denied("kinesis:DescribeStreamSummary") },
    ])
      expect(verdictOn([], change)).toMatchObject({
        status: "unknown",
        gaps: [deniedGap("kinesis:DescribeStreamSummary")],
      });
  });
});

it("is not applicable to a stream that is not encrypted", () => {
  expect(verdictOn([], { encryption: read({ type: "none" }) }).status).toBe("not-applicable");
});
