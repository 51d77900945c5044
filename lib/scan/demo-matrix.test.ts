import { beforeAll, expect, it } from "vitest";
import type { DutyCell } from "@/lib/model/duty";
import { duties } from "@/lib/model/duty";
import type { Report } from "@/lib/model/report";
import { demoMatrix } from "@/lib/scan/test-demo-matrix";
import { buildReport } from "@/lib/scan/build-report";
import { defaultSettings } from "@/lib/model/settings";
import { sha256 } from "@/lib/scan/sha256";
import { startDemoAccount } from "@/lib/demo/start-demo-account";
import { scan } from "@/lib/scan/test-scan";

let report: Report;

beforeAll(async () => {
  const account = await startDemoAccount();
  const { snapshot } = await scan(account.url, { request: { allRegions: true, quotaShare: 0.9 } });
  await account.close();
  report = buildReport({ snapshot, settings: defaultSettings, set: "course", hash: sha256, checks: [] });
}, 120_000);

const letters = { administer: "A", share: "S", reshard: "R", produce: "P", consume: "C", "manage-key": "K" };

it("agrees with the matrix that was written out by hand, cell by cell", () => {
  const found = report.streams.map(({ name, duties: cells }) => [name, linesOf(cells)] as const);
  const said = report.streams.map(({ name }) => [name, linesIn(demoMatrix[name] ?? "")] as const);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(said));
  expect(Object.keys(demoMatrix).toSorted()).toEqual(report.streams.map(({ name }) => name).toSorted());
});

function linesIn(text: string): string[] {
  return text
    .split("\n")
    .flatMap((line) => (line.trim() === "" ? [] : [line.trim().replaceAll(/\s+/g, " ")]))
    .toSorted();
}

function linesOf(cells: readonly DutyCell[]): string[] {
  const names = new Set(cells.map(({ principal }) => principal));
  return [...names]
    .map((principal) => {
      const own = cells.filter((cell) => cell.principal === principal);
      return [nameOf(principal), ...inOrder(own).map(inShort)].join(" ");
    })
    .toSorted();
}

function inOrder(cells: readonly DutyCell[]): DutyCell[] {
  return cells.toSorted((one, other) => duties.indexOf(one.duty) - duties.indexOf(other.duty));
}

/** `C?` hangs on a condition, `C!` is blocked by the key, `C~` by what could not be read of the key, `C*` of the principal. */
function inShort({ duty, access, key }: DutyCell): string {
  const marks = { allowed: "", conditional: "?", unknown: "*" }[access];
  const ofKey = { allowed: "", "not-needed": "", conditional: "", denied: "!", unknown: "~" }[key];
  return `${letters[duty]}${marks}${ofKey}`;
}

function nameOf(principal: string): string {
  const [, , , , account = "", resource = ""] = principal.split(":");
  const name = resource.split("/").at(-1) ?? "";
  return account === "111122223333" ? name : `${name}@${account}`;
}
