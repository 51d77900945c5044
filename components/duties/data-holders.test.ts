import { expect, it } from "vitest";
import { countHolders } from "@/components/duties/data-holders";
import { buildCell, buildRow, roleArn } from "@/components/duties/test-cells";
import type { Duty, DutyCell } from "@/lib/model/duty";

const row = (name: string, ...cells: [Duty, Partial<DutyCell>?][]) =>
  buildRow(roleArn(name), ...cells.map(([duty, change]) => buildCell(roleArn(name), duty, change)));

it("counts each principal once, whichever of the duties it holds", () => {
  const rows = [row("a", ["produce"], ["consume"]), row("b", ["administer"])];

  expect(countHolders(rows, "produce", "consume")).toEqual({ held: 1, unknown: 0 });
});

it("tells what is unknown apart, and counts nobody whom the key stops", () => {
  const rows = [
    row("a", ["consume", { key: "unknown" }]),
    row("b", ["consume", { access: "unknown" }]),
    row("c", ["consume", { key: "denied" }]),
    row("d", ["produce"], ["consume", { key: "unknown" }]),
  ];

  expect(countHolders(rows, "produce", "consume")).toEqual({ held: 1, unknown: 2 });
});
