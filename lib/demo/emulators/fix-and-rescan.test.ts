import {
  AddTagsToStreamCommand,
  DeleteResourcePolicyCommand,
  StartStreamEncryptionCommand,
  type KinesisClient,
} from "@aws-sdk/client-kinesis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Report } from "@/lib/model/report";
import { buildDemoAccount } from "../account/build-demo-account";
import { onceActive } from "../seed/once-active";
import { chooseTarget, createSeedClients } from "../seed/seed-clients";
import { seedEmulator } from "../seed/seed-emulator";
import { auditEndpoint } from "./test-audit";
import { startKinesisLocal, type Emulator } from "./test-emulators";

const timeout = 120_000;
const region = "us-east-1";

let emulator: Emulator;
let kinesis: KinesisClient;
beforeAll(async () => {
  emulator = await startKinesisLocal("kinesis-local");
  await seedEmulator({ endpoint: emulator.url, account: buildDemoAccount(), tell: () => undefined, env: {} });
  ({ kinesis } = createSeedClients(await chooseTarget(emulator.url, {}), region));
}, timeout);
afterAll(() => emulator.stop());

const scan = async () => (await auditEndpoint(emulator.url, {}, [region])).report;

function streamOf({ streams }: Report, wanted: string) {
  const stream = streams.find(({ name }) => name === wanted);
  if (!stream?.score) throw new Error(`${wanted} has no score.`);
  const statusOf = (id: string) => stream.verdicts.find(({ checkId }) => checkId === id)?.status;
  return { score: stream.score, statusOf };
}

describe("scan, fix on the emulator, scan again", () => {
  it(
    "raises the score of a stream that was encrypted and withdrawn from strangers, and of no other",
    async () => {
      const before = await scan();
      const was = streamOf(before, "iot-telemetry");
      expect(was.statusOf("KDS-REST-01")).toBe("fail");

      await kinesis.send(
        new StartStreamEncryptionCommand({
          StreamName: "iot-telemetry",
          EncryptionType: "KMS",
          KeyId: "arn:aws:kms:us-east-1:000000000000:key/1234abcd-12ab-34cd-56ef-1234567890ab",
        }),
      );
      await onceActive(kinesis, "iot-telemetry");
      const ResourceARN = "arn:aws:kinesis:us-east-1:000000000000:stream/iot-telemetry";
      await kinesis.send(new DeleteResourcePolicyCommand({ ResourceARN }));

      const after = await scan();
      const is = streamOf(after, "iot-telemetry");
      expect(is.statusOf("KDS-REST-01")).toBe("pass");
      expect(is.score.worst).toBeGreaterThan(was.score.worst);
      expect(after.totals.bySeverity.critical + after.totals.bySeverity.high).toBeLessThan(
        before.totals.bySeverity.critical + before.totals.bySeverity.high,
      );
      const others = ({ streams }: Report) =>
        streams.filter(({ name }) => name !== "iot-telemetry").map(({ name, score }) => [name, score]);
      expect(others(after)).toEqual(others(before));
    },
    timeout,
  );

  it(
    "sees a tag as soon as it is there",
    async () => {
      const was = streamOf(await scan(), "inventory-snapshots");
      expect(was.statusOf("KDS-OPS-03")).toBe("fail");
      await kinesis.send(
        new AddTagsToStreamCommand({ StreamName: "inventory-snapshots", Tags: { owner: "inventory" } }),
      );
      const is = streamOf(await scan(), "inventory-snapshots");
      expect(is.statusOf("KDS-OPS-03")).toBe("pass");
      expect(is.score.best).toBeGreaterThan(was.score.best);
    },
    timeout,
  );
});
