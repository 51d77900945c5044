import { expect, it } from "vitest";
import { reachGroups } from "@/components/duties/reach-groups";
import { buildCell, home, roleArn } from "@/components/duties/test-cells";
import type { Duty, DutyCell } from "@/lib/model/duty";

const role = roleArn("etl");

const streams = new Map<string, Parameters<typeof reachGroups>[0][number]["stream"]>();

function on(name: string, duty: Duty, change: Partial<DutyCell> = {}, keyArn?: string) {
  const arn = `arn:aws:kinesis:us-east-1:${home}:stream/${name}`;
  const facts = keyArn === undefined ? {} : { keyArn };
  const stream = streams.get(name) ?? { arn, name, accountId: home, region: "us-east-1", facts };
  streams.set(name, stream);
  return { stream, cell: buildCell(role, duty, change) };
}

function outline(held: ReturnType<typeof on>[]) {
  streams.clear();
  return reachGroups(held).map(
    (group) =>
      `${group.cells.map(({ duty }) => duty).join("+")}: ${group.streams.map(({ name }) => name).join(",")}`,
  );
}

it("ten thousand streams by one wildcard are one group", () => {
  const held = Array.from({ length: 10_000 }, (_, each) => on(`s${each}`, "consume"));

  const groups = reachGroups(held);
  expect(groups).toHaveLength(1);
  expect(groups[0]?.streams).toHaveLength(10_000);
});

it("streams that are reached by other duties, states or statements stand apart", () => {
  const by = (policy: string) => ({ via: [{ policy, index: 0 }] });
  expect(
    outline([
      on("a", "consume"),
      on("b", "consume", { access: "conditional" }),
      on("c", "consume", by("other")),
      on("d", "produce"),
      on("e", "produce"),
      on("e", "administer"),
      on("f", "consume"),
    ]),
  ).toEqual(["administer+produce: e", "consume: a,f", "consume: b", "consume: c", "produce: d"]);
});

it("policies of the streams and keys themselves do not keep apart what they say alike", () => {
  const own = (name: string) => ({
    via: [{ policy: `arn:aws:kinesis:us-east-1:${home}:stream/${name}#policy`, index: 0 }],
  });
  expect(outline([on("g", "consume", own("g")), on("h", "consume", own("h"))])).toEqual(["consume: g,h"]);

  const key = (name: string) => ({ via: [{ policy: `${name}#policy`, index: 1 }] });
  expect(
    outline([on("i", "manage-key", key("key-i"), "key-i"), on("j", "manage-key", key("key-j"), "key-j")]),
  ).toEqual(["manage-key: i,j"]);
});
