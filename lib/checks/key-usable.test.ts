import { describe, expect, it } from "vitest";
import type { KmsKey } from "@/lib/model/kms-key";
import type { RegionSnapshot } from "@/lib/model/snapshot";
import type { Stream } from "@/lib/model/stream";
import { accountId, denied, deniedGap, read, region } from "@/lib/model/test-place";
import { buildKey, buildKeyMetadata, buildStream, keyArn, streamArn } from "@/lib/model/test-stream";
import { keyUsable } from "@/lib/checks/key-usable";
import { verdictOf, verdictsOf } from "@/lib/checks/test-verdicts";

function verdictOn(metadata: Parameters<typeof buildKeyMetadata>[0], change: Partial<KmsKey> = {}) {
  const keys = read([buildKey({ metadata: read(buildKeyMetadata(metadata), "kms:DescribeKey"), ...change })]);
  return verdictOf(keyUsable, { region: { keys } });
}

function verdictsWith(streams: Partial<Stream>[], change: Partial<RegionSnapshot> = {}) {
  return verdictsOf(keyUsable, { region: { streams: read(streams.map(buildStream)), ...change } });
}

function encryptedWith(keyReference: string, name = "orders") {
  const arn = streamArn.replace("orders", name);
  return { name, arn, encryption: read({ type: "kms", keyReference } as const) };
}

it("passes a key that is enabled", () => {
  expect(verdictOn({})).toMatchObject({
    status: "pass",
    subject: { scope: "key", accountId, region, id: keyArn },
    evidence: "alias/orders is enabled.",
    reads: expect.arrayContaining([expect.objectContaining({ action: "kms:DescribeKey" })]),
  });
});

describe("a key that cannot be used fails", () => {
  it.each(["Disabled", "PendingDeletion", "PendingReplicaDeletion", "PendingImport", "Unavailable"])(
    "in state %s",
    (state) => {
      expect(verdictOn({ state: read(state) })).toMatchObject({
        status: "fail",
        severity: "critical",
        causes: [{ kind: "key", id: keyArn, label: `alias/orders is in state ${state}.` }],
      });
    },
  );

  it("with the day of its deletion", () => {
    const verdict = verdictOn({ state: read("PendingDeletion"), deletionAt: "2026-11-20T08:00:00.000Z" });
    expect(verdict.evidence).toBe("alias/orders is in state PendingDeletion, to be deleted on 2026-11-20.");
  });

  it("that KMS does not have", () => {
    expect(verdictOn({}, { metadata: read(null) })).toMatchObject({
      status: "fail",
      severity: "critical",
      evidence: `KMS says that there is no key ${keyArn}.`,
    });
  });
});

describe("imported material", () => {
  it.each([
    { validTo: "2026-12-01T12:00:00.000Z", status: "fail" },
    { validTo: "2026-12-01T12:00:00.001Z", status: "pass" },
    { validTo: "2026-10-01T00:00:00.000Z", status: "fail" },
  ])(
    "that ends at $validTo is a $status at the end of the scan, 2026-11-01T12:00Z",
    ({ validTo, status }) => {
      expect(verdictOn({ origin: read("EXTERNAL"), validTo }).status).toBe(status);
    },
  );

  it("that ends soon is high, not critical", () => {
    expect(verdictOn({ validTo: "2026-11-10T00:00:00.000Z" })).toMatchObject({
      severity: "high",
      evidence: "The imported material of alias/orders ends on 2026-11-10.",
    });
  });
});

describe("it does not guess", () => {
  it.each(["Creating", "Updating", "SomethingNew"])("what becomes of a key in state %s", (state) => {
    expect(verdictOn({ state: read(state) })).toMatchObject({
      status: "unknown",
      gaps: [{ action: "kms:DescribeKey", message: `KMS says ${state}, which settles nothing yet.` }],
    });
  });

  it("a state that was not read", () => {
    expect(verdictOn({ state: denied("kms:DescribeKey") })).toMatchObject({ status: "unknown" });
  });

  it("and names the key policy where KMS denies", () => {
    expect(verdictOn({}, { metadata: denied("kms:DescribeKey") })).toMatchObject({
      status: "unknown",
      evidence: expect.stringContaining("The key policy may be the cause"),
    });
  });

  it("and does not name the key policy where KMS was not reached", () => {
    const gap = { ...deniedGap("kms:DescribeKey"), reason: "throttled" } as const;
    expect(verdictOn({}, { metadata: { known: false, gap } }).gaps).toEqual([gap]);
  });
});

describe("an AWS managed key passes", () => {
  it("by DescribeKey, whatever its state is called", () => {
    expect(verdictOn({ manager: read("aws"), state: read("SomethingNew") })).toMatchObject({
      status: "pass",
    });
  });

  it("by its reserved name", () => {
    expect(verdictsWith([encryptedWith("alias/aws/kinesis")])).toMatchObject([
      {
        status: "pass",
        subject: { id: `arn:aws:kms:${region}:${accountId}:alias/aws/kinesis` },
        evidence: "alias/aws/kinesis is managed by AWS.",
      },
    ]);
  });
});

describe("each key is judged once", () => {
  it("over all streams that it encrypts", () => {
    const streams = [encryptedWith(keyArn), encryptedWith("alias/orders", "refunds")];
    expect(verdictsWith(streams).map(({ subject }) => subject.id)).toEqual([keyArn]);
  });

  it("and not at all for a stream that is not encrypted", () => {
    expect(verdictsWith([{ encryption: read({ type: "none" }) }])).toEqual([]);
  });

  it("under the reference where that cannot be resolved", () => {
    expect(verdictsWith([encryptedWith("alias/gone")])).toMatchObject([
      {
        status: "unknown",
        subject: { scope: "key", id: "alias/gone" },
        gaps: [{ action: "kms:ListAliases" }],
      },
    ]);
  });

  it("under the stream where its encryption was not read", () => {
    expect(verdictsWith([{ encryption: denied("kinesis:DescribeStreamSummary") }])).toMatchObject([
      { status: "unknown", subject: { scope: "key", id: streamArn } },
    ]);
  });

  it("under the Region where the streams were not listed", () => {
    expect(verdictsOf(keyUsable, { region: { streams: denied("kinesis:ListStreams") } })).toMatchObject([
      { status: "unknown", subject: { scope: "key", id: region } },
    ]);
  });
});
