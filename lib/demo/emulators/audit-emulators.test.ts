import { writeSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reportSchema } from "@/lib/model/report";
import { snapshotSchema } from "@/lib/model/snapshot";
import { buildDemoAccount } from "../account/build-demo-account";
import { seedEmulator } from "../seed/seed-emulator";
import { auditEndpoint, judge, type Audited } from "./test-audit";
import { hasMoto, startKinesisLocal, startMoto, type Emulator } from "./test-emulators";
import { namelessGaps, parts, unfoundedPasses, withoutPart } from "./test-unfounded";

const timeout = 180_000;
const account = buildDemoAccount();
const streamsOf = (region: string) => account.regions[region]?.streams.length ?? 0;
const given = process.env["WEIR_TEST_ENDPOINT"];

interface Target {
  readonly name: string;
  readonly skip: string | undefined;
  /** Services that it has; all others answer "not implemented". */
  readonly has: readonly string[];
  readonly start: () => Promise<{ emulators: Emulator[]; endpoint: string; env: Record<string, string> }>;
}

const noMoto = hasMoto ? undefined : "moto_server is not on the PATH";
const asLocalStack = { MOTO_ACCOUNT_ID: "000000000000", MOTO_IAM_LOAD_MANAGED_POLICIES: "true" };

const targets: Target[] = [
  {
    name: "moto with kinesis-local, the engines of LocalStack",
    skip: noMoto,
    has: [
      "kinesis",
      "iam",
      "ec2",
      "kms",
      "sts",
      "tag",
      "organizations",
      "route53",
      "cloudtrail",
      "events",
      "firehose",
    ],
    start: async () => {
      const [moto, kinesis] = [await startMoto(asLocalStack), await startKinesisLocal("kinesis-local")];
      const env = { AWS_ENDPOINT_URL_KINESIS: kinesis.url };
      return { emulators: [moto, kinesis], endpoint: moto.url, env };
    },
  },
  {
    name: "moto",
    skip: noMoto,
    has: [
      "kinesis",
      "iam",
      "ec2",
      "kms",
      "sts",
      "tag",
      "organizations",
      "route53",
      "cloudtrail",
      "events",
      "firehose",
    ],
    start: async () => {
      const moto = await startMoto();
      return { emulators: [moto], endpoint: moto.url, env: {} };
    },
  },
  ...(["kinesis-local", "kinesis-local-0-5"] as const).map((name) => ({
    name,
    skip: undefined,
    has: ["kinesis"],
    start: async () => {
      const kinesis = await startKinesisLocal(name);
      return { emulators: [kinesis], endpoint: kinesis.url, env: {} };
    },
  })),
  {
    name: "the emulator at WEIR_TEST_ENDPOINT",
    skip: given === undefined ? "WEIR_TEST_ENDPOINT is not set" : undefined,
    has: ["kinesis"],
    start: () => Promise.resolve({ emulators: [], endpoint: given ?? "", env: {} }),
  },
];

/** Past vitest, which shows the console of tests that pass only on demand. */
const say = (text: string) => writeSync(2, `${text}\n`);

for (const target of targets) {
  if (target.skip !== undefined) say(`Skipped: an audit of ${target.name}: ${target.skip}.`);

  describe.skipIf(target.skip !== undefined)(`an audit of ${target.name}`, () => {
    let emulators: Emulator[] = [];
    let audited: Audited;
    beforeAll(async () => {
      const started = await target.start();
      emulators = started.emulators;
      await seedEmulator({ ...started, account, tell: () => undefined });
      audited = await auditEndpoint(started.endpoint, started.env);
      say(figuresOf(target.name, audited));
    }, timeout);
    afterAll(() => Promise.all(emulators.map((emulator) => emulator.stop())));

    it("finds every stream that was seeded, and scores each", () => {
      const { report } = audited;
      expect(report.streams.filter(({ region }) => region === "us-east-1")).toHaveLength(
        streamsOf("us-east-1"),
      );
      expect(report.streams.filter(({ region }) => region === "eu-west-1")).toHaveLength(
        streamsOf("eu-west-1"),
      );
      expect(report.totals.streams).toBe(report.streams.length);
      expect(report.scan.source).toBe("endpoint");
    });

    it("keeps to the schemas of snapshot and report", () => {
      expect(snapshotSchema.safeParse(audited.snapshot).success).toBe(true);
      expect(reportSchema.safeParse(audited.report).success).toBe(true);
    });

    it("names the action and the reason of every gap", () => {
      expect(audited.report.scan.gaps.length).toBeGreaterThan(0);
      expect(namelessGaps(audited.report)).toEqual([]);
    });

    it("takes nothing that it lacks for denied, and says so of the services that it lacks", () => {
      const { gaps } = audited.report.scan;
      expect(gaps.filter(({ reason }) => reason === "access-denied")).toEqual([]);
      const absent = gaps.filter(({ action }) => !target.has.includes(action.split(":")[0] ?? ""));
      // What was not even asked, such as the policy of another account's key, is no answer of the emulator's.
      const answered = absent.filter(({ reason }) => reason !== "not-collected");
      expect(answered.filter(({ reason }) => reason !== "not-implemented")).toEqual([]);
      expect(answered.length > 0).toBe(target.has.length === 1);
    });

    it("passes nothing on a missing answer, and nothing more when another part is missing too", () => {
      expect(unfoundedPasses(audited.report, audited.snapshot)).toEqual([]);
      for (const part of parts) {
        const poorer = withoutPart(audited.snapshot, part);
        expect([part, unfoundedPasses(judge(poorer), poorer)]).toEqual([part, []]);
      }
    });
  });
}

function figuresOf(name: string, { report }: Audited): string {
  const { byStatus, streams } = report.totals;
  const statuses = Object.entries(byStatus).flatMap(([status, count]) =>
    count > 0 ? [`${count} ${status}`] : [],
  );
  const { gaps, coverage } = report.scan;
  return `${name}: ${streams} streams; ${statuses.join(", ")}; facts not known ${coverage.unknown} of ${coverage.known + coverage.unknown}; ${gaps.length} gaps`;
}
