import { describe, expect, it } from "vitest";
import { defineAccountCheck, defineRegionCheck } from "@/lib/model/check";
import type { RegionCheck } from "@/lib/model/check";
import { defaultSettings } from "@/lib/model/settings";
import { accountId, deniedGap, region, scannedAt } from "@/lib/model/test-place";
import { buildAccount, buildRegion, buildSnapshot } from "@/lib/model/test-snapshot";
import type { Judgement } from "@/lib/model/verdict";
import { runChecks } from "@/lib/checks/run-checks";
import { verdictOf, verdictsOf } from "@/lib/checks/test-verdicts";

const words = {
  set: "extended",
  severity: "high",
  title: "It holds",
  rationale: "",
  looksAt: "",
  remediation: "",
  frameworks: {},
  sources: [],
} as const;

const subject = { scope: "region", accountId, region, id: region } as const;
const cause = { kind: "setting", id: "x", label: "X is so." } as const;

function checkThat(evaluate: RegionCheck<"streams", never>["evaluate"]) {
  return defineRegionCheck({ ...words, id: "KDS-OPS-99", scope: "region", reads: ["streams"], evaluate });
}

function verdictFor(judgement: Judgement) {
  return verdictOf(checkThat(() => [judgement]));
}

describe("runChecks", () => {
  it("gives a check of a Region only the parts that it declares, and where it stands", () => {
    const seen: string[][] = [];
    verdictsOf(
      checkThat((input) => {
        seen.push(Object.keys(input).toSorted((one, other) => one.localeCompare(other)));
        return [];
      }),
    );
    expect(seen).toEqual([["accountId", "at", "identityArn", "partition", "region", "settings", "streams"]]);
  });

  it("gives a check of an account only the parts and settings that it declares", () => {
    const seen: unknown[] = [];
    const check = defineAccountCheck({
      ...words,
      id: "KDS-OPS-98",
      scope: "account",
      settings: ["unusedDaysMax", "knownAccountIds"],
      reads: ["iam"],
      evaluate: (input) => {
        seen.push(input);
        return [];
      },
    });
    verdictsOf(check);
    expect(seen).toEqual([
      {
        accountId,
        identityArn: buildAccount().identityArn,
        partition: "aws",
        at: scannedAt,
        settings: { unusedDaysMax: defaultSettings.unusedDaysMax },
        iam: buildAccount().iam,
      },
    ]);
  });

  it("does not compile where a check reads what it does not declare", () => {
    const check = checkThat((input) => {
      // @ts-expect-error `unusedDaysMax` is not among the settings that the check declares, which are none.
      expect(input.settings.unusedDaysMax).toBeUndefined();
      // @ts-expect-error `keys` is not among the parts that the check declares.
      expect(input.keys).toBeUndefined();
      return [];
    });
    expect(verdictsOf(check)).toEqual([]);
  });

  it("leaves the snapshot as it was", () => {
    const snapshot = buildSnapshot();
    runChecks(snapshot, defaultSettings);
    expect(snapshot).toEqual(buildSnapshot());
  });

  it("runs once a Region and once an account", () => {
    const regions = [buildRegion(), buildRegion({ region: "us-east-1" })];
    const check = checkThat((input) => [
      {
        status: "manual",
        subject: { ...subject, region: input.region },
        evidence: input.accountId,
        boundTo: [],
      },
    ]);
    const accounts = [buildAccount({ regions }), buildAccount({ accountId: "222233334444", regions })];
    const verdicts = runChecks(buildSnapshot({ accounts }), defaultSettings, [check]);
    expect(verdicts.map((verdict) => [verdict.evidence, verdict.subject.region])).toEqual([
      [accountId, region],
      [accountId, "us-east-1"],
      ["222233334444", region],
      ["222233334444", "us-east-1"],
    ]);
  });

  it("lets a fail weigh its heaviest cause", () => {
    const low = { ...cause, severity: "low" } as const;
    const medium = { ...cause, severity: "medium" } as const;
    expect(
      verdictFor({ status: "fail", subject, evidence: "So.", causes: [low, medium], reads: [] }),
    ).toEqual({
      checkId: "KDS-OPS-99",
      subject,
      status: "fail",
      severity: "medium",
      evidence: "So.",
      causes: [low, medium],
      gaps: [],
      reads: [],
    });
  });

  it("lets everything else weigh the row's severity", () => {
    const read = { action: "kinesis:ListStreams", at: scannedAt };
    expect(verdictFor({ status: "pass", subject, evidence: "So.", reads: [read] })).toMatchObject({
      status: "pass",
      severity: "high",
      reads: [read],
    });
    expect(verdictFor({ status: "not-applicable", subject, evidence: "None." })).toMatchObject({
      severity: "high",
      reads: [],
    });
  });

  it("says of an unknown verdict what is missing, and keeps its range", () => {
    const gaps = [deniedGap("kms:DescribeKey"), deniedGap("kms:ListAliases")] as const;
    const severityRange = { heaviest: "high", lightest: "low" } as const;
    expect(verdictFor({ status: "unknown", subject, gaps, severityRange })).toMatchObject({
      severity: "high",
      severityRange,
      evidence: "kms:DescribeKey was refused. kms:ListAliases was refused.",
      gaps,
    });
    expect(verdictFor({ status: "unknown", subject, gaps, evidence: "Half read." }).evidence).toBe(
      "Half read.",
    );
  });

  it.each([
    { thrown: new TypeError("no such thing"), says: "no such thing" },
    { thrown: "just text", says: "just text" },
  ])(
    "makes a check that throws $says unknown, whatever it said before, and runs the others",
    ({ thrown, says }) => {
      const check = checkThat(function* evaluate() {
        yield { status: "pass", subject, evidence: "So.", reads: [] };
        throw thrown;
      });
      const other = checkThat(() => [{ status: "pass", subject, evidence: "So.", reads: [] }]);
      const [unknown, passed] = runChecks(buildSnapshot(), defaultSettings, [check, other]);
      const message = `Weir could not judge KDS-OPS-99 here: ${says}`;
      expect(unknown).toMatchObject({
        status: "unknown",
        subject,
        evidence: message,
        gaps: [{ action: "weir:KDS-OPS-99", reason: "unexpected", message, resource: region, region }],
      });
      expect(passed?.status).toBe("pass");
    },
  );

  it("makes a check of an account that throws unknown for the account", () => {
    const check = defineAccountCheck({
      ...words,
      id: "KDS-OPS-98",
      scope: "account",
      reads: [],
      evaluate: () => {
        throw new Error("no");
      },
    });
    const verdict = verdictOf(check);
    expect(verdict.subject).toEqual({ scope: "account", accountId, id: accountId });
    expect(verdict.gaps[0]).not.toHaveProperty("region");
  });
});
