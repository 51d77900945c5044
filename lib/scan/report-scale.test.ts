import { expect, it } from "vitest";
import type { Check, CheckId } from "@/lib/model/check";
import { defaultSettings } from "@/lib/model/settings";
import type { Snapshot } from "@/lib/model/snapshot";
import { buildReport } from "@/lib/scan/build-report";
import { sha256 } from "@/lib/scan/sha256";
import { testChecks } from "@/lib/scan/test-checks";
import { buildKey, buildRegion, buildSnapshot, buildStream, denied, read } from "@/lib/scan/test-snapshot";

/** Ten checks: every kind of the test's own, again and again under other ids. */
const tenChecks: Check[] = Array.from({ length: 10 }, (_, index) => {
  const check = testChecks[index % testChecks.length]!;
  const id: CheckId = `KDS-LP-${index}`;
  return { ...check, id };
});

it("takes ten times as long for ten times the streams, and not a hundred", () => {
  const small = accountOf(300);
  const large = accountOf(3000);
  cpuMs(small);
  expect(cpuMs(large) / cpuMs(small)).toBeLessThan(35);
}, 120_000);

/** One key for all streams, half of them with a denied policy: the longest lists that can be. */
function accountOf(count: number): Snapshot {
  const key = buildKey("1234abcd-12ab-34cd-56ef-1234567890ab");
  const encryption = read({ type: "kms" as const, keyReference: key.keyId });
  const streams = Array.from({ length: count }, (_, index) =>
    buildStream(`stream-${index}`, {
      encryption,
      ...(index % 2 === 0 && { resourcePolicy: denied("kinesis:GetResourcePolicy", `stream-${index}`) }),
    }),
  );
  return buildSnapshot([buildRegion(streams, { keys: read([key]) })]);
}

/** Of this process alone: what else the machine does is not counted. */
function cpuMs(snapshot: Snapshot): number {
  const options = { settings: defaultSettings, set: "full", hash: sha256, checks: tenChecks } as const;
  const start = process.cpuUsage();
  const report = buildReport({ snapshot, ...options });
  const { user, system } = process.cpuUsage(start);
  expect(report.keys[0]?.streamArns.length).toBe(report.streams.length);
  return (user + system) / 1000;
}
