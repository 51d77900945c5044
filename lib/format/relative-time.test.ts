import { describe, expect, it } from "vitest";
import { formatDuration, formatRelative } from "@/lib/format/relative-time";
import { formatUtc, formatUtcClock } from "@/lib/format/utc-time";

const now = new Date("2026-11-23T12:00:00Z");

describe("formatRelative", () => {
  it.each([
    { iso: "2026-11-23T11:56:00Z", text: "4 minutes ago" },
    { iso: "2026-11-23T11:59:45Z", text: "just now" },
    { iso: "2026-11-26T12:00:00Z", text: "in 3 days" },
    { iso: "2026-08-20T12:00:00Z", text: "3 months ago" },
  ])("says $text", ({ iso, text }) => {
    expect(formatRelative(iso, now)).toBe(text);
  });

  it("leaves text that is no instant as it is", () => {
    expect(formatRelative("soon", now)).toBe("soon");
  });
});

describe("formatDuration", () => {
  it.each([
    { end: "2026-11-23T12:00:00.400Z", text: "under a second" },
    { end: "2026-11-23T12:00:02.460Z", text: "2.5 seconds" },
    { end: "2026-11-23T12:00:40Z", text: "40 seconds" },
    { end: "2026-11-23T12:05:00Z", text: "5 minutes" },
    { end: "2026-11-23T11:59:00Z", text: "under a second" },
    { end: "never", text: "an unknown time" },
  ])("says $text", ({ end, text }) => {
    expect(formatDuration(now.toISOString(), end)).toBe(text);
  });
});

describe("formatUtc", () => {
  it("shows an instant to the second, with its zone", () => {
    expect(formatUtc("2026-11-23T18:49:12.345Z")).toBe("2026-11-23 18:49:12 UTC");
    expect(formatUtcClock("2026-11-23T18:49:12.345Z")).toBe("18:49:12Z");
  });

  it("converts what stands in another zone", () => {
    expect(formatUtc("2026-11-23T20:49:12+02:00")).toBe("2026-11-23 18:49:12 UTC");
  });

  it("leaves text that is no instant as it is", () => {
    expect(formatUtc("yesterday")).toBe("yesterday");
    expect(formatUtcClock("yesterday")).toBe("yesterday");
  });
});
