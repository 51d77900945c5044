import type { IamFacts } from "@/lib/demo/account-facts";
import type { WireServer } from "@/lib/demo/wire/start-wire-server";
import { buildTestAccount, buildTestRegion } from "@/lib/demo/wire/test-account";
import { testIam } from "@/lib/demo/wire/test-iam";
import { given, scan } from "@/lib/scan/test-scan";

const region = "eu-central-1";

interface AccountChanges {
  readonly iam?: Partial<IamFacts>;
  readonly region?: Parameters<typeof buildTestRegion>[0];
}

/** Scans the one Region of an account that differs from the test's own in what is given. */
export async function scanWith(server: WireServer, changes: AccountChanges) {
  server.setAccount(
    buildTestAccount({
      iam: { ...testIam, roles: [], ...changes.iam },
      regions: { [region]: buildTestRegion(changes.region) },
    }),
  );
  const { snapshot } = await scan(server.url, { request: { regions: [region] } });
  const account = given(snapshot.accounts[0], "account");
  return { ...account, region: given(account.regions[0], region) };
}
