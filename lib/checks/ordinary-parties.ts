import type { Party, StreamAccess } from "@/lib/model/stream-access";

/** Whether a party is neither of AWS's own making nor an administrator that another check names, in any Region. */
export function ordinaryParties(access: StreamAccess): (party: Party) => boolean {
  const regions = access.regions.map(({ region }) => region);
  return (party) =>
    !party.isServiceLinked && regions.every((region) => access.standingOf(party, region) === "ordinary");
}
