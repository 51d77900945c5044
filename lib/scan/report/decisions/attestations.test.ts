import { describe, expect, it } from "vitest";
import { readersConfirmed } from "@/lib/checks/attested/readers-confirmed";
import { arnOf } from "@/lib/checks/test-access";
import type { Attestation } from "@/lib/model/decision";
import { defaultSettings } from "@/lib/model/settings";
import { denied } from "@/lib/model/test-place";
import { buildAccount, buildRegion, buildSnapshot } from "@/lib/model/test-snapshot";
import { buildReport } from "@/lib/scan/build-report";
import { holder, reportOf } from "@/lib/scan/report/decisions/test-decisions";
import type { Scene } from "@/lib/scan/report/decisions/test-decisions";
import { sha256 } from "@/lib/scan/sha256";

describe("a person's word", () => {
  const word = (change: Partial<Attestation> = {}): Attestation => ({
    id: "a1",
    checkId: "KDS-LP-09",
    streamArn: arnOf("orders"),
    owner: "orders team",
    statement: "Looked through in the review of October",
    createdAt: "2026-11-01T08:00:00.000Z",
    expiresOn: "2027-03-01",
    boundTo: [holder("a").arn],
    ...change,
  });
  const told = (attestation: Attestation, scene: Scene = {}) => {
    const report = reportOf({ ...scene, decisions: { attestations: [attestation] } });
    const verdict = report.streams[0]?.verdicts.find(({ checkId }) => checkId === "KDS-LP-09");
    return { verdict, attestation: report.decisions.attestations[0] };
  };

  it("is asked for where nobody gave it", () => {
    const verdict = reportOf().streams[0]?.verdicts.find(({ checkId }) => checkId === "KDS-LP-09");
    expect(verdict).toMatchObject({
      status: "manual",
      boundTo: [holder("a").arn],
      evidence: "1 principal can read orders. Nobody has confirmed it.",
    });
  });

  it("stands in the verdict while it holds, and stays out of the score", () => {
    expect(told(word())).toMatchObject({
      attestation: { state: "in-force" },
      verdict: {
        status: "manual",
        evidence:
          "1 principal can read orders. Confirmed by orders team until 2027-03-01: Looked through in the review of October",
        points: 0,
      },
    });
  });

  it("is asked for again when what it was bound to changes, and after its last day", () => {
    expect(told(word(), { roles: [holder("a"), holder("b")] }).attestation).toMatchObject({
      state: "changed",
      because: `What was confirmed has changed: come: ${holder("b").arn}.`,
    });
    expect(told(word({ boundTo: [holder("a").arn, "x"] })).attestation?.because).toContain("gone: x.");
    expect(told(word({ expiresOn: "2026-11-25" }))).toMatchObject({
      attestation: { state: "expired" },
      verdict: { evidence: expect.stringContaining("Nobody has confirmed it.") },
    });
    expect(told(word({ streamArn: arnOf("gone") })).attestation?.state).toBe("unmatched");
  });

  it("is not asked for where streams could not be listed", () => {
    const accounts = [buildAccount({ regions: [buildRegion({ streams: denied("kinesis:ListStreams") })] })];
    const report = buildReport({
      snapshot: buildSnapshot({ accounts }),
      settings: defaultSettings,
      set: "full",
      hash: sha256,
      checks: [readersConfirmed],
    });
    expect(report.accountVerdicts).toMatchObject([{ status: "unknown" }]);
  });
});
