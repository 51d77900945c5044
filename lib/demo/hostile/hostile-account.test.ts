import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runWeir, type Ran } from "@/lib/cli/test-weir";
import { reportSchema, type Report } from "@/lib/model/report";
import { type Snapshot, snapshotSchema } from "@/lib/model/snapshot";
import { exportText } from "@/lib/reports/test-export";
import { auditEndpoint, judge, type Audited } from "../emulators/test-audit";
import { startWireServer, type WireServer } from "../wire/start-wire-server";
import {
  buildHostileAccount,
  hostileAccountId,
  hostileRegion,
  rolesCount,
  streamsCount,
} from "./test-hostile-account";
import { streamNames } from "./test-hostile-texts";

const timeout = 120_000;
const account = buildHostileAccount();
let server: WireServer;
let audited: Audited;

beforeAll(async () => {
  server = await startWireServer(account);
  audited = await auditEndpoint(server.url, {}, [hostileRegion]);
}, timeout);
afterAll(() => server.close());

const sorted = (texts: readonly (string | undefined)[]) =>
  texts.toSorted((a = "", b = "") => (a < b ? -1 : 1));

function partsOf({ accounts: [read] }: Snapshot) {
  const streams = read?.regions[0]?.streams;
  if (!read?.iam.known || !streams?.known) throw new Error("Roles or streams could not be read.");
  return { iam: read.iam.value, streams: streams.value };
}

describe("an account of hostile names", () => {
  it("is read whole: every stream, tag and role as it was sent", () => {
    const { iam, streams } = partsOf(audited.snapshot);
    expect(sorted(streams.map(({ name }) => name))).toEqual(sorted(streamNames(streamsCount)));
    expect(sorted(iam.roles.map(({ arn }) => arn))).toEqual(sorted(account.iam.roles.map(({ Arn }) => Arn)));
    const tagsByName = new Map(streams.map(({ name, tags }) => [name, tags]));
    for (const { summary, tags } of account.regions[hostileRegion]?.streams ?? []) {
      const found = tagsByName.get(summary.StreamName ?? "");
      expect(found?.known && sorted(Object.entries(found.value).map(String))).toEqual(
        sorted(Object.entries(tags).map(String)),
      );
    }
  });

  it(
    "gives a snapshot that a file gives back, and the same report from it",
    async () => {
      const again = snapshotSchema.parse(JSON.parse(JSON.stringify(audited.snapshot)));
      expect(again).toEqual(audited.snapshot);
      expect(await exportText(judge(again), "json")).toBe(await exportText(audited.report, "json"));
    },
    timeout,
  );

  it("gives a report with a verdict on every stream, and findings that name them", async () => {
    const report: Report = reportSchema.parse(JSON.parse(await exportText(audited.report, "json")));
    expect(report.streams).toHaveLength(streamsCount);
    expect(report.principals).toHaveLength(rolesCount);
    expect(report.totals.streams).toBe(streamsCount);
    expect(report.streams.filter(({ verdicts }) => verdicts.length === 0)).toEqual([]);
    expect(report.totals.unreadableDocuments).toBeGreaterThan(0);
    expect(report.scan.accountId).toBe(hostileAccountId);
  });

  it("gives a CSV of one row a finding, in which no cell is a formula", async () => {
    const rows: string[][] = parse(await exportText(audited.report, "csv"));
    expect(rows).toHaveLength(audited.report.findings.length + 1);
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    expect(rows.flat().filter((cell) => /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u.test(cell))).toEqual([]);
  });
});

describe("the command line on hostile names", () => {
  let ran: Ran;
  beforeAll(async () => {
    ran = await runWeir(["audit", "--endpoint", server.url, "--region", hostileRegion]);
  }, timeout);

  it("ends well and puts nothing on the terminal that moves its cursor or turns its text round", () => {
    expect(ran.code).toBe(0);
    expect(ran.stderr.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    expect(reportSchema.parse(JSON.parse(ran.stdout)).streams).toHaveLength(streamsCount);
  });
});
