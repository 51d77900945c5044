/**
 * Shares whole points by weight, by largest remainder, so that they add up; on a tie the first gets
 * the point. Weights of 0 get nothing.
 */
export function sharePoints(points: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return weights.map(() => 0);

  const shares = weights.map((weight) => Math.floor((points * weight) / total));
  const left = points - shares.reduce((sum, share) => sum + share, 0);
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: (points * weight) % total }))
    .toSorted((one, other) => other.remainder - one.remainder);
  const rounded = new Set(byRemainder.slice(0, left).map(({ index }) => index));
  return shares.map((share, index) => (rounded.has(index) ? share + 1 : share));
}
