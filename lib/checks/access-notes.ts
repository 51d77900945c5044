import { isBoundByScps } from "@/lib/checks/bound-by-scps";
import { counted, inWords } from "@/lib/checks/enumerate";
import type { CheckPlace } from "@/lib/model/check";
import type { AccountParts } from "@/lib/model/snapshot";
import type { Party, Standing, StreamAccess } from "@/lib/model/stream-access";

type OrganizationParts = Pick<CheckPlace, "accountId"> &
  Pick<AccountParts, "organization" | "organizationPolicies">;

const asideWords: Readonly<Record<Exclude<Standing, "ordinary">, (count: number) => string>> = {
  "account-administrator": (count) => `${counted(count, "administrator")} of the account (KDS-LP-01)`,
  "shadow-administrator": (count) =>
    `${counted(count, "principal")} that can become one in one step (KDS-LP-07)`,
  "stream-administrator": (count) => `${counted(count, "administrator")} of every stream (KDS-LP-02)`,
  unsettled: (count) =>
    `${counted(count, "principal")} that may administer every stream, by what was not read (KDS-LP-02)`,
};

const namedElsewhere = [
  "account-administrator",
  "shadow-administrator",
  "stream-administrator",
  "unsettled",
] as const;

/** Those whom other checks name once, in a sentence that ends the evidence. */
export function leftAside(parties: Iterable<Party>, access: StreamAccess, region: string): string {
  const standings = [...parties].map((party) => access.standingOf(party, region));
  const groups = namedElsewhere.flatMap((standing) => {
    const count = standings.filter((each) => each === standing).length;
    return count === 0 ? [] : [asideWords[standing](count)];
  });
  return groups.length === 0 ? "" : `Left aside: ${inWords(groups)}.`;
}

/** Organization policies only take away, so that a fail stands without them; it says that they are missing. */
export function unreadOrganizationPolicies(parts: OrganizationParts): string {
  const isMissing = !parts.organizationPolicies.known && isBoundByScps(parts);
  return isMissing ? "Organization policies were not read." : "";
}
