import { expect, it } from "vitest";
import { groupByCheck } from "@/components/findings/finding-groups";
import type { Finding } from "@/lib/model/report";

function finding(checkId: string, findingId: string): Finding {
  const cause = { kind: "stream", id: findingId, label: "It is so.", severity: "high" } as const;
  return {
    findingId,
    checkId,
    status: "fail",
    severity: "high",
    cause,
    subjects: [],
    streams: 0,
    streamArns: [],
  };
}

it("keeps the order of findings, within a check and between checks", () => {
  const groups = groupByCheck([
    finding("KDS-LP-02", "b"),
    finding("KDS-LP-01", "a"),
    finding("KDS-LP-02", "c"),
  ]);

  expect(
    groups.map(({ checkId, findings }) => [checkId, findings.map(({ findingId }) => findingId)]),
  ).toEqual([
    ["KDS-LP-02", ["b", "c"]],
    ["KDS-LP-01", ["a"]],
  ]);
});
