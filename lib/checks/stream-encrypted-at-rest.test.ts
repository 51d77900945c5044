import { expect, it } from "vitest";
import { denied, deniedGap, read, region } from "@/lib/model/test-place";
import { buildStream, keyArn, streamArn } from "@/lib/model/test-stream";
import type { Stream } from "@/lib/model/stream";
import { streamEncryptedAtRest } from "@/lib/checks/stream-encrypted-at-rest";
import { verdictOf, verdictsOf } from "@/lib/checks/test-verdicts";

function verdictOn(change: Partial<Stream>) {
  return verdictOf(streamEncryptedAtRest, { region: { streams: read([buildStream(change)]) } });
}

it("passes a stream that is encrypted with KMS", () => {
  expect(verdictOn({})).toMatchObject({
    status: "pass",
    subject: { scope: "stream", id: streamArn, region },
    evidence: `orders is encrypted with ${keyArn}.`,
    reads: [{ action: "kinesis:DescribeStreamSummary" }],
  });
});

it("fails a stream that is not encrypted", () => {
  expect(verdictOn({ encryption: read({ type: "none" }) })).toMatchObject({
    status: "fail",
    severity: "high",
    evidence: "orders is not encrypted at rest.",
    causes: [{ kind: "stream", id: streamArn, severity: "high" }],
  });
});

it("does not take an encryption that was not read for none", () => {
  const gap = deniedGap("kinesis:DescribeStreamSummary");
  expect(verdictOn({ encryption: denied(gap.action) })).toMatchObject({ status: "unknown", gaps: [gap] });
});

it("says once that the streams of a Region could not be listed", () => {
  expect(
    verdictOf(streamEncryptedAtRest, { region: { streams: denied("kinesis:ListStreams") } }),
  ).toMatchObject({
    status: "unknown",
    subject: { scope: "stream", id: region, region },
    gaps: [deniedGap("kinesis:ListStreams")],
  });
});

it("says nothing where there is no stream", () => {
  expect(verdictsOf(streamEncryptedAtRest, { region: { streams: read([]) } })).toEqual([]);
});
