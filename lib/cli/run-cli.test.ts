import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runWeir } from "@/lib/cli/test-weir";

const timeout = 60_000;

describe("weir that cannot run", () => {
  it.each([
    { line: "nothing", says: /^weir: unknown command 'nothing'/ },
    {
      line: "audit --format docx",
      says: /^weir: .*no such format; there are html, pdf, json, csv, [a-z, ]+\.$/,
    },
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
      line: "audit --demo --organization-external-id x1",
      says: /^weir: --organization-external-id is for a/,
    },
    {
      line: "audit --demo --out /nonexistent/r.json",
      says: /^weir: --out: there is no folder \/nonexistent\.$/,
    },
    { line: "audit --demo --sign-key k.pem", says: /^weir: --sign-key signs the manifest beside a file/ },
    {
      line: "audit --demo --out r.json --sign-key none.pem",
      says: /^weir: The key none\.pem could not be read/,
    },
    {
      line: "audit --demo --format csv --table none",
      says: /^weir: .*Allowed choices are findings, streams, /,
    },
    { line: "audit --demo --waivers none.json", says: /^weir: --waivers: none\.json could not be read/ },
    {
      line: "audit --demo --waivers package.json",
      says: /^weir: --waivers: package\.json is no answer of GET \/api\/waivers \(waivers: /,
    },
    { line: "verify", says: /^weir: missing required argument 'file'$/ },
    { line: "verify nonexistent", says: /^weir: nonexistent could not be read/ },
    { line: "verify LICENSE", says: /^weir: LICENSE holds no report, and no LICENSE\.manifest\.json stands/ },
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
      const folder = await mkdtemp(join(tmpdir(), "weir-cli-"));
      const out = join(folder, "earlier.json");
      await writeFile(out, "earlier");
      await runWeir(["audit", "--endpoint", await addressOfNobody(), "--out", out]);

      expect(await readFile(out, "utf8")).toBe("earlier");
      await rm(folder, { recursive: true });
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
