import { expect, it } from "vitest";
import { formatHours } from "@/lib/format/hours";

it.each([
  { hours: 1, text: "1 hour" },
  { hours: 24, text: "24 hours" },
  { hours: 30, text: "30 hours" },
  { hours: 48, text: "2 days" },
  { hours: 168, text: "7 days" },
  { hours: 8760, text: "365 days" },
])("$hours hours read as $text", ({ hours, text }) => {
  expect(formatHours(hours)).toBe(text);
});
