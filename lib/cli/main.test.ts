import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildDemoAccount } from "@/lib/demo/account/build-demo-account";
import { startWireServer } from "@/lib/demo/wire/start-wire-server";
import { reportSchema } from "@/lib/model/report";
import { evidenceReader } from "@/lib/scan/report/decisions/waived-evidence";
import { sha256 } from "@/lib/scan/sha256";
import { runWeir, type Ran } from "@/lib/cli/test-weir";

const timeout = 60_000;
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "weir-cli-"));
});
afterAll(() => rm(folder, { recursive: true }));

describe("weir audit --demo", () => {
  let audit: Ran;
  const snapshot = () => join(folder, "snapshot.json");
  beforeAll(async () => {
    audit = await runWeir(["audit", "--demo", "--save-snapshot", snapshot()], {
      env: {
        AWS_SECRET_ACCESS_KEY: "SECRET-MARKER",
        AWS_ACCESS_KEY_ID: "KEY-MARKER",
        AWS_SESSION_TOKEN: "TOKEN-MARKER",
      },
    });
  }, timeout);

  it("writes a report that the schema accepts to stdout, and nothing else", () => {
    const report = reportSchema.parse(JSON.parse(audit.stdout));

    expect(report.scan).toMatchObject({ source: "demo", accountId: "111122223333", set: "full" });
    expect(report.streams).toHaveLength(14);
    expect(audit.code).toBe(0);
  });

  it("says on stderr that it is a demo, who it is, and what it could not read", () => {
    expect(audit.stderr).toContain("Demo: a built-in sample account");
    expect(audit.stderr).toContain("Account 111122223333");
    expect(audit.stderr).toContain("Not read: kinesis:GetResourcePolicy, access denied");
    expect(audit.stderr).not.toContain("Warning");
  });

  it("keeps credentials out of the report, the snapshot and the progress", async () => {
    expect(audit.stdout + audit.stderr + (await readFile(snapshot(), "utf8"))).not.toMatch(/MARKER/);
  });

  it(
    "accepts what a file of waivers accepts, and says of each whether it holds",
    async () => {
      const whole = reportSchema.parse(JSON.parse(audit.stdout));
      const finding = whole.findings.find(({ status }) => status === "fail")!;
      const { findingId, checkId } = finding;
      const waiver = {
        id: "w1",
        accountId: whole.scan.accountId,
        findingId,
        checkId,
        reason: "meant",
        owner: "ann",
        createdAt: "2026-01-01T00:00:00.000Z",
        expiresOn: "2999-12-31",
        evidence: evidenceReader(whole.policies, sha256)(finding),
      };
      const file = join(folder, "waivers.json");
      await writeFile(file, JSON.stringify({ on: "2026-01-01", waivers: [waiver] }));
      const ran = await runWeir(["report", "--snapshot", snapshot(), "--waivers", file]);
      const { findings, decisions } = reportSchema.parse(JSON.parse(ran.stdout));
      expect(decisions.waivers).toMatchObject([{ id: "w1", state: "in-force" }]);
      expect(findings.find((each) => each.findingId === findingId)).toMatchObject({ status: "waived" });

      const late = { ...waiver, expiresOn: "2026-01-02" };
      await writeFile(file, JSON.stringify({ waivers: [late] }));
      const again = await runWeir(["report", "--snapshot", snapshot(), "--waivers", file]);
      const told = reportSchema.parse(JSON.parse(again.stdout));
      expect(told.decisions.waivers).toMatchObject([{ state: "expired" }]);
      expect(told.findings.find((each) => each.findingId === findingId)).toMatchObject({ status: "fail" });
    },
    timeout,
  );

  it(
    "reports from the snapshot alone, byte for byte the same",
    async () => {
      const again = await runWeir(["report", "--snapshot", snapshot()]);

      expect(again).toEqual({ code: 0, stdout: audit.stdout, stderr: "" });
    },
    timeout,
  );

  it(
    "writes as many findings to a CSV file as stand in the JSON",
    async () => {
      const out = join(folder, "findings.csv");
      const { code, stdout } = await runWeir([
        "report",
        "--snapshot",
        snapshot(),
        "--format",
        "csv",
        "--out",
        out,
      ]);
      const rows: unknown[] = parse(await readFile(out, "utf8"), { columns: true });

      expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
      expect(rows).toHaveLength(reportSchema.parse(JSON.parse(audit.stdout)).findings.length);
    },
    timeout,
  );

  it(
    "ends with 1 for what --fail-on names before 3 for what is not known",
    async () => {
      const both = await runWeir([
        "audit",
        "--demo",
        "--fail-on",
        "low",
        "--fail-on-unknown",
        "--out",
        join(folder, "a"),
      ]);
      const unknown = await runWeir(["audit", "--demo", "--fail-on-unknown", "--out", join(folder, "b")]);

      expect([both.code, unknown.code]).toEqual([1, 3]);
    },
    timeout,
  );
});

describe("weir audit --endpoint", () => {
  it(
    "scans what the endpoint serves and says in the report that it is not AWS",
    async () => {
      const server = await startWireServer(buildDemoAccount());
      try {
        const { code, stdout } = await runWeir(["audit", "--endpoint", server.url, "--region", "eu-west-1"]);
        const { scan, streams } = reportSchema.parse(JSON.parse(stdout));

        expect(code).toBe(0);
        expect(scan).toMatchObject({ source: "endpoint", endpoint: server.url, regions: ["eu-west-1"] });
        expect(new Set(streams.map(({ region }) => region))).toEqual(new Set(["eu-west-1"]));
      } finally {
        await server.close();
      }
    },
    timeout,
  );

  it(
    "cancels at Ctrl-C with 130 and no report",
    async () => {
      const server = await startWireServer(buildDemoAccount(), { latencyMs: 300 });
      try {
        const ran = await runWeir(["audit", "--endpoint", server.url], { interruptAt: "Regions:" });

        expect(ran.code).toBe(130);
        expect(ran.stdout).toBe("");
        expect(ran.stderr.trimEnd().split("\n").at(-1)).toBe("weir: cancelled.");
      } finally {
        await server.close();
      }
    },
    timeout,
  );
});

describe("weir", () => {
  it(
    "prints the policy, its version and its help on stdout",
    async () => {
      const [policy, version, help] = await Promise.all([
        runWeir(["policy"]),
        runWeir(["--version"]),
        runWeir(["--help"]),
      ]);

      expect([policy.code, version.code, help.code]).toEqual([0, 0, 0]);
      expect(JSON.parse(policy.stdout)).toMatchObject({ Version: "2012-10-17" });
      expect(policy.stdout).toContain("kinesis:ListStreams");
      expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
      expect(help.stdout).toContain("audit");
    },
    timeout,
  );
});
