import { expect, it } from "vitest";
import { layOutWays, nodeBox } from "@/components/duties/lay-out-ways";
import { buildCell, buildRow, roleArn } from "@/components/duties/test-cells";
import { wayGraph } from "@/components/duties/way-graph";
import type { WhoRow } from "@/components/duties/who-rows";

const via = (...policies: string[]) => ({ via: policies.map((policy) => ({ policy, index: 0 })) });

function graphOf(rows: readonly WhoRow[]) {
  return wayGraph({
    rows,
    streamName: "orders",
    policyName: (id) => `policy ${id}`,
    assumersOf: (arn) => (arn === roleArn("etl") ? [{ id: "alice", name: "alice" }] : []),
  });
}

const etl = buildRow(
  roleArn("etl"),
  buildCell(roleArn("etl"), "consume", via("p")),
  buildCell(roleArn("etl"), "produce", { ...via("p", "q"), key: "denied" }),
  buildCell(roleArn("etl"), "manage-key", via("k")),
);

it("goes from who can become a role over its policies to the stream, and to the key", () => {
  const { links } = graphOf([etl]);

  expect(links.map(({ from, to }) => `${from} → ${to}`)).toEqual([
    `principal ${roleArn("etl")} → policy p`,
    "policy p → target stream",
    `principal ${roleArn("etl")} → policy q`,
    "policy q → target stream",
    `principal ${roleArn("etl")} → policy k`,
    "policy k → target key",
    `assumer alice → principal ${roleArn("etl")}`,
  ]);
});

it("a way is held if anything that comes by it is, and blocked if the key stops all of it", () => {
  const states = graphOf([etl]).links.flatMap(({ to, state }) =>
    to.startsWith("policy") ? [`${to} ${state}`] : [],
  );

  expect(states).toEqual(["policy p held", "policy q blocked", "policy k held"]);
});

it("forty principals have places of their own, in the columns of the way", () => {
  const rows = Array.from({ length: 40 }, (_, each) => {
    const arn = roleArn(`role-${each}`);
    return buildRow(arn, buildCell(arn, "consume", via(`p${each}`)));
  });
  const { nodes, height } = layOutWays(graphOf(rows));
  const principals = nodes.filter(({ kind }) => kind === "principal").toSorted((a, b) => a.y - b.y);

  expect(principals).toHaveLength(40);
  expect(new Set(principals.map(({ x }) => x)).size).toBe(1);
  const gaps = principals.slice(1).map(({ y }, index) => y - principals[index]!.y);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(nodeBox.height);
  expect(Math.max(...nodes.map((node) => node.y + node.height))).toBeLessThanOrEqual(height);
});

it("a graph of nothing is laid out as nothing", () => {
  expect(layOutWays(graphOf([])).nodes).toEqual([]);
});
