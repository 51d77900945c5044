import { known, missing, type Gap, type Observed } from "@/lib/model/observed";
import type { ReportKey, ReportStream, StreamFacts } from "@/lib/model/report";

const gap: Gap = { action: "kinesis:DescribeStreamSummary", reason: "access-denied", message: "denied" };

export const seen = <T>(value: T): Observed<T> =>
  known(value, { action: "kinesis:DescribeStreamSummary", at: "2026-11-02T10:00:00.000Z" });
export const unseen = () => missing(gap);

/** A stream of which nothing could be read; a test names what it changes. */
export function buildStream(
  name: string,
  change: Partial<ReportStream> = {},
  facts: Partial<StreamFacts> = {},
): ReportStream {
  return {
    arn: `arn:aws:kinesis:us-east-1:111122223333:stream/${name}`,
    name,
    region: "us-east-1",
    accountId: "111122223333",
    environment: { name: "not-stated", because: "no tag" },
    score: null,
    duties: [],
    dutyGaps: [],
    verdicts: [],
    ...change,
    facts: {
      status: unseen(),
      mode: unseen(),
      retentionHours: unseen(),
      createdAt: unseen(),
      encryption: unseen(),
      shards: unseen(),
      channels: unseen(),
      consumers: unseen(),
      tags: unseen(),
      resourcePolicy: unseen(),
      ...facts,
    },
  };
}

export function buildVerdict(
  checkId: string,
  status: "pass" | "fail" | "unknown",
): ReportStream["verdicts"][number] {
  return {
    checkId,
    status,
    severity: "high",
    scope: "stream",
    inherited: false,
    subjects: [],
    evidence: "",
    causes: [],
    gaps: [],
    reads: [],
    points: 0,
    gain: 0,
  };
}

export function buildKey(arn: string, manager: Observed<"aws" | "customer">): ReportKey {
  return {
    arn,
    keyId: arn,
    accountId: "111122223333",
    region: "us-east-1",
    aliasNames: [],
    metadata: seen({ manager, state: unseen(), origin: unseen(), spec: unseen() }),
    policy: unseen(),
    rotation: unseen(),
    streamArns: [],
  };
}
