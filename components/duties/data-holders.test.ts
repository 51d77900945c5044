import { expect, it } from "vitest";
import { countHolders } from "@/components/duties/data-holders";
import { buildCell, home, roleArn } from "@/components/duties/test-cells";
import type { Administrator } from "@/lib/model/report";

const [a, b, c, d] = ["a", "b", "c", "d"].map((name) => roleArn(name));
const place = { accountId: home, region: "us-east-1" };

it("counts each principal once, whichever of the duties it holds", () => {
  const duties = [buildCell(a!, "produce"), buildCell(a!, "consume"), buildCell(b!, "administer")];

  expect(countHolders({ ...place, duties }, [], "produce", "consume")).toEqual({ held: 1, unknown: 0 });
});

it("tells what is unknown apart, and counts nobody whom the key stops", () => {
  const duties = [
    buildCell(a!, "consume", { key: "unknown" }),
    buildCell(b!, "consume", { access: "unknown", via: [{ policy: "unread" }] }),
    buildCell(c!, "consume", { key: "denied" }),
    buildCell(d!, "produce"),
    buildCell(d!, "consume", { key: "unknown" }),
  ];

  expect(countHolders({ ...place, duties }, [], "produce", "consume")).toEqual({ held: 1, unknown: 2 });
});

it("leaves administrators aside", () => {
  const atLarge: Administrator = {
    principal: a!,
    accountId: home,
    standing: "stream-administrator",
    regions: ["us-east-1"],
  };

  expect(countHolders({ ...place, duties: [buildCell(a!, "consume")] }, [atLarge], "consume")).toEqual({
    held: 0,
    unknown: 0,
  });
});
