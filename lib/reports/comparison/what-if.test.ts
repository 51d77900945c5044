import { expect, it } from "vitest";
import { largeReport } from "@/lib/bench/large-report";
import { compareReports } from "@/lib/reports/comparison/compare-reports";

const before = largeReport({ streams: 3, findings: 6 });

it("finds nothing between a report and itself", () => {
  const { overall, ...rest } = compareReports(before, before);
  expect(rest).toEqual({ streams: [], gone: [], come: [], duties: [] });
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
  expect(compareReports(before, after)).toEqual({
    overall: { before: before.overall.score, after: after.overall.score },
    streams: [{ arn: streamArn, name, before: first!.score, after: after.streams[0]!.score }],
    gone: [gone],
    come: [come],
    duties: [
      { change: "lost", streamArn, name, principal: cell!.principal, duty: cell!.duty },
      { change: "gained", streamArn, name, principal: "x", duty: cell!.duty },
    ],
  });
});
