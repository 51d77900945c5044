import { createServer } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  DescribeStreamSummaryCommand,
  GetResourcePolicyCommand,
  ListStreamConsumersCommand,
  ListStreamsCommand,
} from "@aws-sdk/client-kinesis";
import { GetAccountAuthorizationDetailsCommand } from "@aws-sdk/client-iam";
import { buildDemoAccount } from "../account/build-demo-account";
import { hasMoto, startKinesisLocal, startMoto, type Emulator } from "../emulators/test-emulators";
import { chooseTarget, createSeedClients } from "./seed-clients";
import { seedEmulator, type Seeded } from "./seed-emulator";

const timeout = 120_000;
const account = buildDemoAccount();
const demoStreams = Object.values(account.regions).flatMap(({ streams }) => streams);

function seed(endpoint: string, env: Record<string, string> = {}): Promise<Seeded> {
  return seedEmulator({ endpoint, account, tell: () => undefined, env });
}

function countOf({ counts }: Seeded, kind: string) {
  return counts.find((count) => count.kind === kind);
}

const made = ({ counts }: Seeded) => counts.reduce((sum, count) => sum + count.made, 0);

describe("seedEmulator on kinesis-local, which is Kinesis and nothing else", () => {
  let emulator: Emulator;
  let first: Seeded;
  beforeAll(async () => {
    emulator = await startKinesisLocal("kinesis-local");
    first = await seed(emulator.url);
  }, timeout);
  afterAll(() => emulator.stop());

  it("creates every stream with its mode, retention, encryption, consumers and policy", async () => {
    const { kinesis } = createSeedClients(await chooseTarget(emulator.url, {}), "us-east-1");
    const { StreamNames } = await kinesis.send(new ListStreamsCommand({}));
    const names = account.regions["us-east-1"]?.streams.map(({ summary }) => summary.StreamName);
    expect(StreamNames?.toSorted()).toEqual(names?.toSorted());
    expect(countOf(first, "streams")).toMatchObject({ made: demoStreams.length, refused: [] });

    const StreamARN = "arn:aws:kinesis:us-east-1:000000000000:stream/shipment-tracking";
    const { StreamDescriptionSummary: summary } = await kinesis.send(
      new DescribeStreamSummaryCommand({ StreamARN }),
    );
    expect(summary).toMatchObject({ EncryptionType: "KMS", ConsumerCount: 2, StreamStatus: "ACTIVE" });
    const { Consumers = [] } = await kinesis.send(new ListStreamConsumersCommand({ StreamARN }));
    const shared = Consumers.find(({ ConsumerName }) => ConsumerName === "shipment-reports");
    const { Policy = "" } = await kinesis.send(
      new GetResourcePolicyCommand({ ResourceARN: shared?.ConsumerARN }),
    );
    // The consumer's new ARN and the emulator's account stand in the document; other accounts stay.
    expect(Policy).toContain(shared?.ConsumerARN);
    expect(Policy).toContain("555566667777");
    expect(Policy).not.toContain(account.accountId);
  });

  it(
    "adds nothing when it runs again",
    async () => {
      const again = await seed(emulator.url);
      expect(made(again)).toBe(0);
      expect(countOf(again, "streams")).toMatchObject({ made: 0, there: demoStreams.length });
      expect(countOf(again, "consumers")?.there).toBe(countOf(first, "consumers")?.made);
    },
    timeout,
  );

  it("says by kind what such an emulator does not offer", () => {
    for (const kind of ["VPCs", "keys", "roles", "managed policies"]) {
      const count = countOf(first, kind);
      expect(count).toMatchObject({ kind, made: 0, there: 0 });
      expect(new Set(count?.refused.map(({ why }) => why))).toEqual(
        new Set(["this emulator does not offer it"]),
      );
    }
  });
});

it(
  "leaves out what kinesis-local 0.5.2, LocalStack's own, does not know: resource policies",
  async () => {
    const emulator = await startKinesisLocal("kinesis-local-0-5");
    try {
      const seeded = await seed(emulator.url);
      expect(countOf(seeded, "streams")).toMatchObject({ made: demoStreams.length, refused: [] });
      expect(countOf(seeded, "stream tags")).toMatchObject({ refused: [] });
      expect(countOf(seeded, "stream policies")).toMatchObject({ made: 0 });
      expect(countOf(seeded, "stream policies")?.refused[0]?.why).toBe("this emulator does not offer it");
    } finally {
      await emulator.stop();
    }
  },
  timeout,
);

if (!hasMoto) process.stdout.write("Skipped: seeding moto, because moto_server is not on the PATH.\n");

describe.skipIf(!hasMoto)("seedEmulator on moto with kinesis-local", () => {
  const emulators: Emulator[] = [];
  let seeded: Seeded;
  let env: Record<string, string> = {};
  beforeAll(async () => {
    emulators.push(
      await startMoto({ MOTO_ACCOUNT_ID: "000000000000", MOTO_IAM_LOAD_MANAGED_POLICIES: "true" }),
      await startKinesisLocal("kinesis-local"),
    );
    env = { AWS_ENDPOINT_URL_KINESIS: emulators[1]?.url ?? "" };
    seeded = await seed(emulators[0]?.url ?? "", env);
  }, timeout);
  afterAll(() => Promise.all(emulators.map((emulator) => emulator.stop())));

  it("creates everything but the policy that IAM does not take either", () => {
    const refused = seeded.counts.flatMap((count) => count.refused.map(({ name }) => name));
    expect(refused.filter((name) => !name.includes("nightly-export"))).toEqual([]);
    const { users, groups, roles } = account.iam;
    expect(countOf(seeded, "users")?.made).toBe(users.length);
    expect(countOf(seeded, "groups")?.made).toBe(groups.length);
    expect(countOf(seeded, "roles")?.made).toBe(roles.length);
  });

  it("rewrites account, key, endpoint and consumer ids in every policy document", async () => {
    const { iam } = createSeedClients(await chooseTarget(emulators[0]?.url ?? "", env), "us-east-1");
    const { $metadata, ...inventory } = await iam.send(new GetAccountAuthorizationDetailsCommand({}));
    expect($metadata.httpStatusCode).toBe(200);
    const text = decodeURIComponent(JSON.stringify(inventory));
    const regions = Object.values(account.regions);
    const keys = regions.flatMap((facts) => facts.keys).map(({ metadata }) => metadata);
    const own = [
      account.accountId,
      ...keys.filter(({ KeyManager }) => KeyManager === "CUSTOMER").map(({ KeyId }) => KeyId ?? "?"),
      ...regions.flatMap(({ vpcEndpoints }) => vpcEndpoints).map(({ VpcEndpointId }) => VpcEndpointId ?? "?"),
    ];
    expect(own.filter((id) => text.includes(id))).toEqual([]);
  });

  it(
    "adds nothing when it runs again",
    async () => {
      expect(made(await seed(emulators[0]?.url ?? "", env))).toBe(0);
    },
    timeout,
  );
});

it("says that nobody answers, when nobody does", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  await new Promise((resolve) => server.close(resolve));
  await expect(seed(`http://127.0.0.1:${port}`)).rejects.toThrow("The emulator cannot be reached");
});
