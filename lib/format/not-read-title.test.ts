import { expect, it } from "vitest";
import { notReadTitle } from "@/lib/format/not-read-title";

const gap = { action: "kinesis:ListStreams", reason: "access-denied", message: "no" } as const;
const inactiveAccounts = [{ accountId: "444455556666", state: "SUSPENDED" }];

it("does not say that everything was read where accounts were left out", () => {
  expect(notReadTitle({ gaps: [] })).toBe("Everything was read");
  expect(notReadTitle({ gaps: [], inactiveAccounts })).toBe("Everything was read of the active accounts");
  expect(notReadTitle({ gaps: [gap], inactiveAccounts })).toBe("What could not be read (1)");
});
