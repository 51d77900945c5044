import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runWeir } from "@/lib/cli/test-weir";
import { asffFinding, prowlerCsv } from "@/lib/reports/reconcile/test-foreign-files";

const timeout = 120_000;
const arn = "arn:aws:kinesis:us-east-1:111122223333:stream/orders-events";
const check = "kinesis_stream_encrypted_at_rest";

let folder = "";
const file = (name: string) => join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "weir-reconcile-"));
  await runWeir(["audit", "--demo", "--out", file("report.json")]);
}, timeout);
afterAll(() => rm(folder, { recursive: true }));

it(
  "holds a file to a report, and ends with 1 where they disagree",
  async () => {
    await writeFile(file("prowler.csv"), prowlerCsv([{ check, status: "FAIL", arn }]));
    const line = ["reconcile", file("prowler.csv"), "--report", file("report.json")];
    const { code, stdout, stderr } = await runWeir(line);

    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({
      rows: 1,
      counts: { disagree: 1 },
      disagree: [{ line: 2, streamName: "orders-events", checkId: "KDS-REST-01", status: "pass" }],
    });
    expect((await runWeir([...line, "--format", "md", "--out", file("out.md")])).code).toBe(1);
    expect(await readFile(file("out.md"), "utf8")).toContain("# Weir: findings of another tool");
  },
  timeout,
);

it(
  "ends with 0 where they agree",
  async () => {
    await writeFile(
      file("hub.json"),
      JSON.stringify([asffFinding({ check: "Kinesis.2", status: "PASSED", arn })]),
    );
    const { code, stdout } = await runWeir(["reconcile", file("hub.json"), "--report", file("report.json")]);

    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ counts: { agree: 1 } });
  },
  timeout,
);

it(
  "ends with 2 and one sentence for what is no file or no whole report",
  async () => {
    await writeFile(file("words.txt"), "hello");
    const whole: object = JSON.parse(await readFile(file("report.json"), "utf8"));
    await writeFile(file("part.json"), JSON.stringify({ ...whole, filter: { q: "orders" } }));
    const asked = [
      { names: ["words.txt", "report.json"], says: /its first line has no column CHECK_ID/ },
      { names: ["nope.json", "report.json"], says: /nope\.json could not be read \(ENOENT/ },
      { names: ["prowler.csv", "words.txt"], says: /--report: .* is not a report/ },
      { names: ["prowler.csv", "part.json"], says: /was filtered/ },
    ];
    for (const { names, says } of asked) {
      const [name = "", report = ""] = names.map(file);
      const { code, stderr } = await runWeir(["reconcile", name, "--report", report]);
      expect({ names, code }).toEqual({ names, code: 2 });
      expect(stderr).toMatch(says);
      expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    }
  },
  timeout,
);
