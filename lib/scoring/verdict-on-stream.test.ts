import { describe, expect, it } from "vitest";
import type { Scope } from "@/lib/model/verdict";
import { verdictsOnStreams } from "@/lib/scoring/verdict-on-stream";
import type { StreamPlace, VerdictOfCheck } from "@/lib/scoring/verdict-on-stream";

const accountId = "111122223333";
const region = "eu-central-1";
const arn = `arn:aws:kinesis:${region}:${accountId}:stream/orders`;
const keyArn = `arn:aws:kms:${region}:${accountId}:key/1`;
const keySubject = { scope: "key", accountId, region, id: keyArn } as const;
const stream = { arn, accountId, region, keySubject };
const gap = { action: "ec2:DescribeSubnets", reason: "access-denied", message: "no" } as const;
const read = { action: "ec2:DescribeVpcEndpoints", at: "2026-11-01T00:00:00Z" };

function row(scope: Scope) {
  return { id: "KDS-NET-02", set: "course", scope, severity: "medium" } as const;
}

function verdict(scope: Scope, id: string, change: Partial<VerdictOfCheck> = {}): VerdictOfCheck {
  const subject = { scope, accountId, id, ...(scope !== "account" && { region }), ...change.subject };
  return {
    checkId: "KDS-NET-02",
    status: "pass",
    severity: "medium",
    evidence: `${id} ${change.status ?? "pass"}.`,
    causes: [],
    gaps: [],
    reads: [read],
    ...change,
    subject,
  };
}

function on(scope: Scope, ...verdicts: VerdictOfCheck[]) {
  return tell(scope, stream, verdicts);
}

function tell(scope: Scope, place: StreamPlace, verdicts: readonly VerdictOfCheck[]) {
  const [told] = verdictsOnStreams(row(scope), verdicts, [place]);
  if (!told) throw new Error("nothing was told of the stream");
  return told;
}

describe("verdictsOnStreams", () => {
  it.each([
    { scope: "stream", id: arn, inherited: false },
    { scope: "key", id: keyArn, inherited: true },
    { scope: "endpoint", id: "vpce-1", inherited: true },
    { scope: "region", id: region, inherited: true },
    { scope: "account", id: accountId, inherited: true },
  ] as const)("finds a verdict of $scope scope", ({ scope, id, inherited }) => {
    expect(on(scope, verdict(scope, id))).toEqual({
      check: row(scope),
      checkId: "KDS-NET-02",
      scope,
      inherited,
      status: "pass",
      severity: "medium",
      subjects: [id],
      evidence: `${id} pass.`,
      causes: [],
      gaps: [],
      reads: [read],
    });
  });

  it("tells one verdict of all streams that it bears on by one object", () => {
    const other = { ...stream, arn: `${arn}-2` };
    const [first, second] = verdictsOnStreams(row("region"), [verdict("region", region)], [stream, other]);
    expect(first).toBe(second);
  });

  it.each(["stream", "key"] as const)("does not take the verdict of another %s", (scope) => {
    expect(on(scope, verdict(scope, "arn:other")).status).toBe("unknown");
  });

  it("does not take the verdict of another Region or account", () => {
    const subject = { scope: "endpoint", accountId, region: "us-east-1", id: "vpce-1" } as const;
    expect(on("endpoint", verdict("endpoint", "vpce-1", { subject })).status).toBe("unknown");
    const foreign = { scope: "account", accountId: "999999999999", id: "999999999999" } as const;
    expect(on("account", verdict("account", accountId, { subject: foreign })).status).toBe("unknown");
  });

  it.each(["stream", "key"] as const)(
    "takes the Region's verdict where %ss could not be told apart",
    (scope) => {
      expect(on(scope, verdict(scope, region, { status: "unknown", gaps: [gap] }))).toMatchObject({
        status: "unknown",
        subjects: [region],
        gaps: [gap],
      });
    },
  );

  it("is not applicable for a check on keys where the stream is not encrypted", () => {
    const plain = { ...stream, keySubject: undefined };
    expect(tell("key", plain, [])).toMatchObject({
      status: "not-applicable",
      evidence: "The stream is not encrypted.",
      severity: "medium",
    });
  });

  it("does not take silence for a pass", () => {
    expect(on("stream")).toMatchObject({
      status: "unknown",
      gaps: [{ reason: "unexpected", resource: arn }],
    });
  });

  it.each([
    { statuses: ["pass", "fail", "unknown"], status: "fail" },
    { statuses: ["pass", "unknown", "waived"], status: "unknown" },
    { statuses: ["pass", "waived"], status: "waived" },
    { statuses: ["not-applicable", "pass", "manual"], status: "pass" },
    { statuses: ["not-applicable", "manual"], status: "manual" },
    { statuses: ["not-applicable", "not-applicable"], status: "not-applicable" },
  ] as const)("$statuses together are $status", ({ statuses, status }) => {
    const verdicts = statuses.map((each, at) => verdict("endpoint", `vpce-${at}`, { status: each }));
    expect(on("endpoint", ...verdicts)).toMatchObject({
      status,
      subjects: verdicts.map(({ subject }) => subject.id),
      evidence: verdicts.map(({ evidence }) => evidence).join(" "),
      reads: [read],
    });
  });

  it("says the same thing of several subjects once", () => {
    const evidence = "Private DNS is on.";
    expect(
      on("endpoint", verdict("endpoint", "a", { evidence }), verdict("endpoint", "b", { evidence })).evidence,
    ).toBe(evidence);
  });

  it("fails at the heaviest severity", () => {
    const low = verdict("endpoint", "a", { status: "fail", severity: "low" });
    const medium = verdict("endpoint", "b", { status: "fail", severity: "medium" });
    expect(on("endpoint", low, medium)).toMatchObject({ severity: "medium" });
    expect(on("endpoint", low, medium)).not.toHaveProperty("severityRange");
    expect(on("endpoint", low)).toMatchObject({ severity: "low" });
  });

  it("says how heavy it may be where another subject is unknown", () => {
    const low = verdict("endpoint", "a", { status: "fail", severity: "low" });
    const unknown = verdict("endpoint", "b", { status: "unknown" });
    expect(on("endpoint", low, unknown)).toMatchObject({
      severity: "low",
      severityRange: { heaviest: "medium", lightest: "low" },
    });
  });

  it("keeps the range of a single subject", () => {
    const severityRange = { heaviest: "critical", lightest: "medium" } as const;
    for (const status of ["fail", "unknown"] as const)
      expect(on("endpoint", verdict("endpoint", "a", { status, severityRange }))).toMatchObject({
        severity: "medium",
        severityRange,
      });
  });
});
