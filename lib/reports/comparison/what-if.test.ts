import { expect, it } from "vitest";
import { largeReport } from "@/lib/bench/large-report";
import { whatIf } from "@/lib/reports/comparison/what-if";

const before = largeReport({ streams: 3, findings: 6 });

it("finds nothing between a report and itself", () => {
  const { overall, verdicts, ...rest } = whatIf(before, before);
  expect(rest).toEqual({ streams: [], findings: [], duties: [], matrix: [] });
  expect(verdicts.after).toEqual(verdicts.before);
  expect(overall.after).toEqual(overall.before);
});

it("tells what went, what came, whose score moved, and who can do other things", () => {
  const [first, ...others] = before.streams;
  const [cell, ...cells] = first!.duties;
  const gone = before.findings.find(({ status }) => status === "fail");
  const come = { ...gone!, findingId: "new" };
  const after = {
    ...before,
    overall: { score: { worst: 50, best: 60, grade: "D" as const } },
    streams: [
      {
        ...first!,
        score: { worst: 99, best: 99, grade: "A" as const },
        duties: [...cells, { ...cell!, principal: "x" }],
      },
      ...others,
    ],
    findings: [...before.findings.filter((finding) => finding !== gone), come],
  };
  const { arn: streamArn, name } = first!;
  const { streams, findings, duties, matrix } = whatIf(before, after);
  expect(streams).toMatchObject([
    { arn: streamArn, change: "scored", before: first!.score, after: after.streams[0]!.score },
  ]);
  expect(findings.map(({ change, findingId }) => [change, findingId])).toEqual([
    ["new", "new"],
    ["fixed", gone!.findingId],
  ]);
  expect(duties).toEqual([
    { change: "lost", streamArn, name, principal: cell!.principal, duty: cell!.duty },
    { change: "gained", streamArn, name, principal: "x", duty: cell!.duty },
  ]);
  expect(matrix.find(({ principal }) => principal === "x")).toEqual({
    streamArn,
    name,
    principal: "x",
    before: [],
    after: [{ duty: cell!.duty, access: cell!.access, key: cell!.key }],
  });
});

it("tells of a duty that is held as before, and hangs on something else", () => {
  const [first, ...others] = before.streams;
  const [cell, ...cells] = first!.duties;
  const duties = [{ ...cell!, access: "unknown" as const }, ...cells];
  const { matrix } = whatIf(before, { ...before, streams: [{ ...first!, duties }, ...others] });
  expect(matrix).toMatchObject([{ principal: cell!.principal }]);
});
