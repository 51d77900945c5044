import type { HeldDuty, Party, StreamAccess } from "@/lib/model/stream-access";

/** What one party holds on a stream, and the key lets it. */
export interface PartyDuties {
  readonly party: Party;
  readonly held: readonly HeldDuty[];
}

/** Those who hold a duty on a stream, each once; roles of AWS's own making are left out. */
export function heldByParty(access: StreamAccess, streamArn: string): PartyDuties[] {
  const groups: { readonly party: Party; readonly held: HeldDuty[] }[] = [];
  for (const cell of access.holdersOf(streamArn)) {
    if (cell.party.isServiceLinked || cell.isBlockedByKey) continue;
    const last = groups.at(-1);
    if (last?.party === cell.party) last.held.push(cell);
    else groups.push({ party: cell.party, held: [cell] });
  }
  return groups;
}

/** Whether nothing that could not be read decides it. */
export function isProven({ access, openGap }: HeldDuty): boolean {
  return openGap === undefined && access !== "unknown";
}
