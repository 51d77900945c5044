import { expect, it } from "vitest";
import { durationWords } from "@/lib/format/duration-words";

it.each([
  [0.2, "1 s"],
  [119, "119 s"],
  [120, "2 min"],
  [121, "3 min"],
  [7199, "120 min"],
  [7200, "2 h"],
])("%d seconds are %s", (seconds, words) => {
  expect(durationWords(seconds)).toBe(words);
});
