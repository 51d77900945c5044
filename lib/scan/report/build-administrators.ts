import type { AccessOf } from "@/lib/checks/run-checks";
import type { Administrator } from "@/lib/model/report";
import type { AccountSnapshot, Snapshot } from "@/lib/model/snapshot";

/** Those who can do everything in an account, or everything to the streams of a Region. */
export function buildAdministrators(snapshot: Snapshot, accessOf: AccessOf): Administrator[] {
  return snapshot.accounts.flatMap((account) => administratorsOf(account, accessOf));
}

function administratorsOf(account: AccountSnapshot, accessOf: AccessOf): Administrator[] {
  const { accountId, regions } = account;
  const access = accessOf(account);
  return access.parties.flatMap((party): Administrator[] => {
    const where = regions.map(({ region }) => ({ region, standing: access.standingOf(party, region) }));
    const head = { principal: party.arn, accountId };
    if (where.some(({ standing }) => standing === "account-administrator"))
      return [{ ...head, standing: "account-administrator", regions: [] }];
    const atLarge = where.filter(({ standing }) => standing === "stream-administrator");
    if (atLarge.length === 0) return [];
    return [{ ...head, standing: "stream-administrator", regions: atLarge.map(({ region }) => region) }];
  });
}
