import { expect, it } from "vitest";
import { reachSummary } from "@/components/principals/reach-summary";
import type { PrincipalReach } from "@/lib/model/principal-reach";

const none: PrincipalReach = { standing: "ordinary", streams: 0, unknownStreams: 0, duties: {} };
const on = (held: number, unknown = 0, blocked = 0) => ({ held, unknown, blocked });

it("says how many streams are reached, and what for", () => {
  const duties = { administer: on(3), produce: on(0, 2), consume: on(12) };
  expect(reachSummary({ ...none, streams: 12, duties }, 14)).toBe(
    "Reaches 12 of 14 streams: can administer 3, read 12.",
  );
});

it("never says that nothing is reached where it could not be told", () => {
  expect(reachSummary({ ...none, unknownStreams: 5, duties: { consume: on(0, 5) } }, 14)).toBe(
    "Is not known to reach any stream. May reach 5, which could not be told.",
  );
  expect(
    reachSummary({ ...none, streams: 1, unknownStreams: 2, duties: { consume: on(1, 2) } }, 14),
  ).toContain("May reach 2 more");
});

it("tells nothing, what keys stop, and everything apart", () => {
  expect(reachSummary(undefined, 14)).toBe("Holds no duty on any stream of this scan.");
  expect(reachSummary({ ...none, duties: { consume: on(0, 0, 2) } }, 14)).toContain("the keys stop");
  expect(reachSummary({ ...none, standing: "account-administrator" }, 14)).toContain("Can do everything");
});
