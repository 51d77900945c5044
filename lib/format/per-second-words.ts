/** Calls per second, to the hundredth. */
export function perSecondWords(perSecond: number): string {
  return String(Math.round(perSecond * 100) / 100);
}
