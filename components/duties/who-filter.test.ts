import { expect, it } from "vitest";
import { buildCell, buildRow, roleArn, userArn } from "@/components/duties/test-cells";
import { filterRows, parseWhoFilter } from "@/components/duties/who-filter";

const reader = buildRow(roleArn("payments/reader"), buildCell(roleArn("payments/reader"), "consume"));
const gated = buildRow(
  userArn("gated"),
  buildCell(userArn("gated"), "produce", { access: "conditional", key: "unknown" }),
);
const foreignArn = roleArn("insights", "555566667777");
const foreign = buildRow(foreignArn, buildCell(foreignArn, "consume", { key: "denied" }));
const rows = [reader, gated, foreign];

it("a search finds names and ARNs, without case", () => {
  expect(filterRows(rows, { q: "PAYMENTS/" })).toEqual([reader]);
  expect(filterRows(rows, { q: "555566667777" })).toEqual([foreign]);
});

it("users, roles and external principals are told apart", () => {
  expect(filterRows(rows, { kind: "user" })).toEqual([gated]);
  expect(filterRows(rows, { kind: "role" })).toEqual([reader]);
  expect(filterRows(rows, { kind: "external" })).toEqual([foreign]);
});

it("rows are kept by the state of a cell; an unread key is unknown, too", () => {
  expect(filterRows(rows, { only: "conditional" })).toEqual([gated]);
  expect(filterRows(rows, { only: "blocked" })).toEqual([foreign]);
  expect(filterRows(rows, { only: "unknown" })).toEqual([gated]);
});

it("rows are kept by a duty, held or blocked", () => {
  expect(filterRows(rows, { holds: "consume" })).toEqual([reader, foreign]);
});

it("what an address says that is no filter counts as none", () => {
  const given: Readonly<Record<string, string>> = {
    kind: "group",
    only: "allowed",
    holds: "consume",
    q: "x",
  };

  expect(parseWhoFilter((name) => given[name])).toEqual({
    q: "x",
    kind: undefined,
    only: undefined,
    holds: "consume",
  });
});
