import { expect, it } from "vitest";
import { sharePoints } from "@/lib/scoring/points";

it.each([
  { points: 61, weights: [3, 3, 3, 10], shares: [10, 10, 9, 32] },
  { points: 1, weights: [1, 1], shares: [1, 0] },
  { points: 7, weights: [0, 1, 6], shares: [0, 1, 6] },
  { points: 5, weights: [0, 0], shares: [0, 0] },
  { points: 0, weights: [3], shares: [0] },
])("shares $points by $weights as $shares", ({ points, weights, shares }) => {
  expect(sharePoints(points, weights)).toEqual(shares);
});
