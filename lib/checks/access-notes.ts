import { counted } from "@/lib/checks/enumerate";
import type { AccountParts } from "@/lib/model/snapshot";
import type { Party, StreamAccess } from "@/lib/model/stream-access";

type OrganizationParts = Pick<AccountParts, "organization" | "organizationPolicies">;

/** Those whom other checks name once, in a sentence that ends the evidence. */
export function leftAside(parties: Iterable<Party>, access: StreamAccess, region: string): string {
  const standings = [...parties].map((party) => access.standingOf(party, region));
  const ofAccount = standings.filter((standing) => standing === "account-administrator").length;
  const ofStreams = standings.filter((standing) => standing === "stream-administrator").length;
  const groups = [
    ...(ofAccount > 0 ? [`${counted(ofAccount, "administrator")} of the account (KDS-LP-01)`] : []),
    ...(ofStreams > 0 ? [`${counted(ofStreams, "administrator")} of every stream (KDS-LP-02)`] : []),
  ];
  return groups.length === 0 ? "" : `Left aside: ${groups.join(" and ")}.`;
}

/** Organization policies only take away, so that a fail stands without them; it says that they are missing. */
export function unreadOrganizationPolicies({
  organization,
  organizationPolicies,
}: OrganizationParts): string {
  const isAlone = organization.known && organization.value === null;
  return organizationPolicies.known || isAlone ? "" : "Organization policies were not read.";
}
