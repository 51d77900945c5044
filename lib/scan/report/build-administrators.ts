import type { DerivedOf } from "@/lib/checks/check-memory";
import type { Administrator } from "@/lib/model/report";
import type { AccountSnapshot, Snapshot } from "@/lib/model/snapshot";

/** Those who can do everything in an account, or make themselves able to in one step, or everything to the streams of a Region. */
export function buildAdministrators(snapshot: Snapshot, derivedOf: DerivedOf): Administrator[] {
  return snapshot.accounts.flatMap((account) => administratorsOf(account, derivedOf));
}

function administratorsOf(account: AccountSnapshot, derivedOf: DerivedOf): Administrator[] {
  const { accountId, regions } = account;
  const { access, reach } = derivedOf(account);
  const shadows = new Set(reach.shadowAdministrators().map(({ party }) => party.arn));
  return access.parties.flatMap((party): Administrator[] => {
    const where = regions.map(({ region }) => ({ region, standing: access.standingOf(party, region) }));
    const head = { principal: party.arn, accountId };
    if (where.some(({ standing }) => standing === "account-administrator"))
      return [{ ...head, standing: "account-administrator", regions: [] }];
    if (shadows.has(party.arn)) return [{ ...head, standing: "shadow-administrator", regions: [] }];
    const atLarge = where.filter(({ standing }) => standing === "stream-administrator");
    if (atLarge.length === 0) return [];
    return [{ ...head, standing: "stream-administrator", regions: atLarge.map(({ region }) => region) }];
  });
}
