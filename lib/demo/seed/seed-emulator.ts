import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import type { AccountFacts } from "../account-facts";
import { chooseTarget, createSeedClients, type SeedClients } from "./seed-clients";
import { seedEndpoints } from "./seed-endpoints";
import { seedIdentities } from "./seed-identities";
import { seedKeys } from "./seed-keys";
import { type SeedCount, SeedLog } from "./seed-log";
import { seedNetwork } from "./seed-network";
import { seedPrefixLists } from "./seed-prefix-lists";
import { seedStreams } from "./seed-streams";
import { Translation } from "./translation";

export interface SeedOptions {
  readonly endpoint: string;
  readonly account: AccountFacts;
  /** Called with a sentence when a part is done. */
  readonly tell: (text: string) => void;
  /** Where `AWS_ENDPOINT_URL_<SERVICE>` and a numeric `AWS_ACCESS_KEY_ID` may stand. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

export interface Seeded {
  readonly accountId: string;
  readonly regions: readonly string[];
  readonly counts: readonly SeedCount[];
}

/** The account that emulators have by convention, for one that has no STS to ask. */
const usualAccountId = "000000000000";

/**
 * Creates an account's resources on an emulator. The only code of Weir that writes to anything that looks like AWS,
 * so it refuses what is not an emulator's address and never holds anybody's keys.
 *
 * A second run adds nothing; what the emulator does not offer or take is counted and said.
 *
 * @throws {SeedError} when the address is no emulator's, or nobody answers there.
 */
export async function seedEmulator({
  endpoint,
  account,
  tell,
  env = process.env,
}: SeedOptions): Promise<Seeded> {
  const target = await chooseTarget(endpoint, env);
  const log = new SeedLog();
  const translation = new Translation();
  const regions = Object.entries(account.regions);
  const home = createSeedClients(target, "us-east-1");
  const accountId = await readAccountId(home, log);
  translation.add(account.accountId, accountId);
  tell(`Account ${accountId} of the emulator at ${target.endpoints.KINESIS}`);

  for (const [region, facts] of regions) {
    const context = { region, clients: createSeedClients(target, region), log, translation };
    await seedPrefixLists(context, facts.prefixLists);
    await seedNetwork(context, facts);
    await seedEndpoints(context, facts.vpcEndpoints);
    await seedKeys(context, facts);
    await seedStreams(context, facts);
    tell(`${region}: streams, keys and network`);
  }
  await seedIdentities({ region: "us-east-1", clients: home, log, translation }, account.iam);
  tell("Users, groups, roles and policies");
  return { accountId, regions: regions.map(([region]) => region), counts: log.counts };
}

async function readAccountId({ sts }: SeedClients, log: SeedLog): Promise<string> {
  const identity = await log.quietly(() => sts.send(new GetCallerIdentityCommand({})));
  return identity?.Account ?? usualAccountId;
}
