import { expect, it } from "vitest";
import { buildScan } from "@/lib/storage/test-report";
import { outdated } from "@/lib/server/retention";

const finished = { status: "finished", accountId: "1" } as const;
const day = (number: number) => `2026-11-${String(number).padStart(2, "0")}T00:00:00.000Z`;
const idsOf = (...scans: Parameters<typeof outdated>[0]) =>
  outdated(scans, new Date(day(10))).map(({ id }) => id);

it("lets go what is older, to the instant", () => {
  const [older, exact, newest] = [9, 10, 20].map((at) =>
    buildScan({ ...finished, id: `${at}`, startedAt: day(at) }),
  );
  expect(idsOf(older!, exact!, newest!)).toEqual(["9"]);
});

it("keeps the newest finished scan of each account, whatever its age", () => {
  const [one, two] = ["1", "2"].map((accountId) =>
    buildScan({ ...finished, id: accountId, accountId, startedAt: day(2) }),
  );
  const failed = buildScan({ id: "failed", status: "failed", accountId: "1", startedAt: day(3) });
  expect(idsOf(one!, two!, failed)).toEqual(["failed"]);
});

it("keeps what is pinned, and what runs", () => {
  const newest = buildScan({ ...finished, id: "newest", startedAt: day(20) });
  const pinned = buildScan({ ...finished, id: "pinned", startedAt: day(1), pinned: true });
  const running = buildScan({ id: "running", status: "running", startedAt: day(1) });
  expect(idsOf(newest, pinned, running)).toEqual([]);
});
