import { afterAll, beforeAll, expect, it } from "vitest";
import { startDemoAccount } from "@/lib/demo/start-demo-account";
import { defaultSettings } from "@/lib/model/settings";
import type { Report } from "@/lib/model/report";
import { buildReport } from "@/lib/scan/build-report";
import { sha256 } from "@/lib/scan/sha256";
import { scan } from "@/lib/scan/test-scan";

const scannedAt = new Date("2026-11-01T12:00:00.000Z");
let server: Awaited<ReturnType<typeof startDemoAccount>>;
let report: Report;
beforeAll(async () => {
  server = await startDemoAccount({ now: () => scannedAt.getTime() });
  const { snapshot } = await scan(server.url, {
    request: { regions: ["eu-west-1", "us-east-1"] },
    now: () => scannedAt,
  });
  report = buildReport({ snapshot, settings: defaultSettings, set: "full", hash: sha256 });
}, 60_000);
afterAll(() => server.close());

/** Every verdict of the demo account, a line each: a change of any shows in the diff (`npx vitest run -u lib/scan/golden-demo`). */
it("says of the demo account what it said before", async () => {
  const ofStreams = report.streams.flatMap(({ region, name, score, verdicts }) => [
    "",
    `${region}/${name}: ${score?.worst} to ${score?.best}, ${score?.grade}`,
    ...verdicts.map(
      ({ checkId, status, severity, evidence }) => `  ${checkId} ${status} ${severity}: ${evidence}`,
    ),
  ]);
  const ofAccount = report.accountVerdicts.map(
    ({ checkId, status, severity, subject, evidence }) =>
      `  ${checkId} ${status} ${severity} ${subject.id}: ${evidence}`,
  );
  const text = ["account", ...ofAccount, ...ofStreams, ""].join("\n");
  await expect(text).toMatchFileSnapshot("golden-demo.txt");
});
