import { expect, it } from "vitest";
import { buildCell, buildRow, roleArn, userArn } from "@/components/duties/test-cells";
import type { Who, WhoRow } from "@/components/duties/who-rows";
import { whoSummary } from "@/components/duties/who-summary";
import type { Duty, DutyCell } from "@/lib/model/duty";

function role(name: string, duty: Duty, change: Partial<DutyCell> = {}): WhoRow {
  return buildRow(roleArn(name), buildCell(roleArn(name), duty, change));
}

function who(ordinary: WhoRow[], change: Partial<Who> = {}): Who {
  return { ordinary, unread: [], streamAdministrators: [], accountAdministrators: [], ...change };
}

const endpoint = (...values: string[]) => ({
  effect: "Allow" as const,
  conditions: [{ operator: "StringEquals", key: "aws:SourceVpce", values }],
});
const noStatement = () => undefined;
const conditional = { access: "conditional" } as const;

it("says how many can read, and that one of them only through an endpoint", () => {
  const rows = [role("a", "consume"), role("b", "consume"), role("c", "consume", conditional)];

  expect(whoSummary(who(rows), () => endpoint("vpce-0a1b"))).toBe(
    "3 roles can read this stream, 1 of them only through vpce-0a1b; nobody can write to it.",
  );
});

it("names no endpoint where one statement allows without it", () => {
  const via = [
    { policy: "p", index: 0 },
    { policy: "p", index: 1 },
  ];
  const rows = [role("a", "consume", { ...conditional, via })];
  const summary = whoSummary(who(rows), ({ index }) =>
    index === 0 ? endpoint("vpce-0a1b") : { effect: "Allow", conditions: [] },
  );

  expect(summary).toBe("1 role can read this stream, only under a condition; nobody can write to it.");
});

it("counts kinds apart, and says that administrators are left aside", () => {
  const user = buildRow(userArn("u"), buildCell(userArn("u"), "produce"));
  const rows = [role("a", "produce"), user];

  expect(whoSummary(who(rows, { accountAdministrators: ["x"] }), noStatement)).toBe(
    "Administrators aside, nobody can read this stream; 1 role and 1 user can write to it.",
  );
});

it("does not count as readers those whom the key stops, or of whose key nothing is known", () => {
  const rows = [
    role("a", "consume"),
    role("b", "consume", { key: "denied" }),
    role("c", "consume", { key: "unknown" }),
    role("d", "consume", { access: "unknown" }),
  ];

  expect(whoSummary(who(rows), noStatement)).toBe(
    "1 role can read this stream, 2 others may, the key stops 1 other; nobody can write to it.",
  );
});

it("never says that nobody can where it could not be told", () => {
  const rows = [role("a", "consume", { access: "unknown" })];

  expect(whoSummary(who(rows), noStatement)).toBe(
    "Nobody is known to be able to read this stream, 1 principal may; nobody can write to it.",
  );
});
