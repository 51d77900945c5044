/**
 * The name of a stream as it stands in a path, before percent-encoding.
 *
 * `.` and `..` are legal names, and every URL parser takes them for "here" and "one up", `%2E` too. They get a tilde
 * behind them, which no legal name holds: `.~`. What already looks like that gets one more, so that no two names meet.
 *
 * @see https://url.spec.whatwg.org/#single-dot-path-segment
 */
export function streamSegment(name: string): string {
  return /^\.{1,2}~*$/.test(name) ? `${name}~` : name;
}

/** The name that a segment stands for. */
export function streamNameOf(segment: string): string {
  return /^\.{1,2}~+$/.test(segment) ? segment.slice(0, -1) : segment;
}
