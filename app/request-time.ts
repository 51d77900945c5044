/** "Now" of one request. Pages read the clock here, once, and hand it down: no component asks for the time. */
export function requestTime(): Date {
  return new Date();
}
