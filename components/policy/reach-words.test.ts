import { expect, it } from "vitest";
import { matchesNothing, namedWords } from "@/components/policy/reach-words";

const statement = {
  index: 0,
  effect: "Allow",
  isAboutStreams: true,
  named: 3,
  streams: 0,
  principals: 0,
  duties: [],
} as const;

it("a statement that names no live stream matches nothing, and one about something else does not", () => {
  expect(matchesNothing({ ...statement, named: 0 })).toBe(true);
  expect(matchesNothing({ ...statement, named: 0, isAboutStreams: false })).toBe(false);
  expect(matchesNothing({ ...statement, named: undefined })).toBe(false);
});

it.each([
  [{}, 14, "Names 3 of 14 streams."],
  [{ named: 14 }, 14, "Names all 14 streams of this scan."],
  [{ named: 0 }, 14, "Matches nothing: no stream of this scan has such a name."],
  [{ named: 0 }, 0, "There is no stream for it to name."],
  [
    { named: undefined },
    14,
    "Which streams it names depends on who asks: a variable stands in its Resource.",
  ],
  [{ isAboutStreams: false }, 14, "About no action of Kinesis."],
])("%j of %d: %s", (change, streamsInAll, words) => {
  expect(namedWords({ ...statement, ...change }, streamsInAll)).toBe(words);
});
