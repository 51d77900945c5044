const whole = new Intl.NumberFormat("en");

/** `1 stream`, `12 streams`, `10,000 streams`. */
export function countOf(count: number, singular: string, plural = `${singular}s`): string {
  return `${whole.format(count)} ${count === 1 ? singular : plural}`;
}

/** `10,000`. */
export function formatCount(count: number): string {
  return whole.format(count);
}
