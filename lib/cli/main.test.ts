import { createServer, type Server } from "node:http";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildDemoAccount } from "@/lib/demo/account/build-demo-account";
import { startWireServer } from "@/lib/demo/wire/start-wire-server";
import { reportSchema } from "@/lib/model/report";
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

describe("weir that cannot run", () => {
  it.each([
    { line: "nothing", says: /^weir: unknown command 'nothing'/ },
    { line: "audit --format docx", says: /^weir: .*no such format; there are json and csv\.$/ },
    { line: "audit --set all", says: /^weir: .*Allowed choices are course, full\.$/ },
    {
      line: "audit --fail-on info",
      says: /^weir: .*Allowed choices are critical, high, medium, low, never\.$/,
    },
    { line: "audit --quota-share 0.95", says: /^weir: .*0\.05 to 0\.9\.$/ },
    { line: "audit --demo --endpoint http://localhost", says: /^weir: .*cannot be used with/ },
    { line: "audit --all-regions --region eu-west-1", says: /^weir: .*cannot be used with/ },
    { line: "audit --endpoint localhost:4566", says: /^weir: --endpoint must be an http or https address/ },
    { line: "audit --endpoint http://me:pw@localhost", says: /^weir: --endpoint must not hold a user name/ },
    { line: "audit --demo --external-id x1", says: /^weir: --external-id is for a role/ },
    {
      line: "audit --demo --out /nonexistent/r.json",
      says: /^weir: --out: there is no folder \/nonexistent\.$/,
    },
    { line: "report", says: /^weir: required option '--snapshot <file>' not specified$/ },
    { line: "report --snapshot package.json", says: /^weir: --snapshot: package\.json is not a snapshot/ },
    { line: "report --snapshot nonexistent", says: /^weir: --snapshot: nonexistent could not be read/ },
  ])(
    "weir $line: ends with 2, one sentence, no report and no stack",
    async ({ line, says }) => {
      const { code, stdout, stderr } = await runWeir(line.split(" "));

      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr.trimEnd()).toMatch(says);
      expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    },
    timeout,
  );

  it.each([
    {
      what: "no credentials",
      run: () => runWeir(["audit", "--region", "us-east-1"]),
      says: /No AWS credentials were found/,
    },
    {
      what: "a profile that is not there",
      run: () => runWeir(["audit", "--profile", "nobody", "--region", "us-east-1"]),
      says: /profile nobody/,
    },
    {
      what: "a port where nobody listens",
      run: async () => runWeir(["audit", "--endpoint", await addressOfNobody()]),
      says: /cannot be reached/,
    },
    {
      what: "a web server that is not AWS",
      run: () =>
        withServer("<!doctype html><title>Welcome</title>", (url) => runWeir(["audit", "--endpoint", url])),
      says: /does not answer like AWS/,
    },
    {
      what: "an endpoint of the environment that is no address",
      run: () => runWeir(["audit"], { env: { AWS_ENDPOINT_URL: "4566" } }),
      says: /AWS_ENDPOINT_URL must be an http or https address/,
    },
  ])(
    "$what: ends with 2 and says so in one line",
    async ({ run, says }) => {
      const { code, stdout, stderr } = await run();

      expect(code).toBe(2);
      expect(stdout).toBe("");
      expect(stderr.trimEnd().split("\n").at(-1)).toMatch(/^weir: /);
      expect(stderr).toMatch(says);
      expect(stderr).not.toMatch(/^\s+at /m);
    },
    timeout,
  );

  it(
    "leaves an earlier report as it is",
    async () => {
      const out = join(folder, "earlier.json");
      await writeFile(out, "earlier");
      await runWeir(["audit", "--endpoint", await addressOfNobody(), "--out", out]);

      expect(await readFile(out, "utf8")).toBe("earlier");
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

async function addressOfNobody(): Promise<string> {
  return withServer("", (url) => Promise.resolve(url));
}

async function withServer<T>(body: string, use: (url: string) => Promise<T>): Promise<T> {
  const server: Server = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "text/html" }).end(body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  try {
    return await use(`http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => {
      server.close(resolve);
    });
  }
}
