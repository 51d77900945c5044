/** `2026-11-23 18:49:12 UTC`, from an ISO 8601 instant; text that is none comes back as it is. */
export function formatUtc(iso: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  return `${at.toISOString().slice(0, 19).replace("T", " ")} UTC`;
}

/** `18:49:12Z`, for evidence of one scan. */
export function formatUtcClock(iso: string): string {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? iso : `${at.toISOString().slice(11, 19)}Z`;
}
