import { describe, expect, it } from "vitest";
import { scoreAccount } from "@/lib/scoring/score-account";
import type { ScoredStream } from "@/lib/scoring/score-stream";

function stream(
  arn: string,
  score: { worst: number; best: number } | null,
  caps: Partial<ScoredStream["inheritedCaps"]> = {},
) {
  const scored: ScoredStream = {
    score: score && { ...score, grade: "A" },
    shares: [],
    inheritedCaps: { worst: [], best: [], ...caps },
  };
  return { arn, scored };
}

describe("scoreAccount", () => {
  it("is the mean of the streams, rounded down, with the lowest beside it", () => {
    const streams = [
      stream("arn:a", { worst: 91, best: 95 }),
      stream("arn:b", { worst: 60, best: 90 }),
      stream("arn:c", null),
      stream("arn:d", { worst: 60, best: 61 }),
    ];
    expect(scoreAccount(streams)).toEqual({
      score: { worst: 70, best: 82, grade: "C" },
      lowestStreamArn: "arn:b",
    });
  });

  it("has no score where no stream has one", () => {
    expect(scoreAccount([stream("arn:a", null)])).toEqual({ score: null });
    expect(scoreAccount([])).toEqual({ score: null });
  });

  it("is capped by what fails at a wider scope, and names each check once", () => {
    const caps = {
      worst: [
        { checkId: "KDS-LP-01", at: 39 },
        { checkId: "KDS-NET-01", at: 74 },
      ],
      best: [{ checkId: "KDS-NET-01", at: 74 }],
    };
    const streams = [
      stream("arn:a", { worst: 91, best: 95 }, caps),
      stream("arn:b", { worst: 92, best: 97 }, caps),
    ];
    expect(scoreAccount(streams).score).toEqual({
      worst: 39,
      best: 74,
      grade: "F",
      cap: { at: 39, checkIds: ["KDS-LP-01"] },
    });
  });
});
