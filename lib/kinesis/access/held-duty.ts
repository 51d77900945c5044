import { waysToHold } from "@/lib/kinesis/access/deciding-actions";
import { explainAsked, isWithin } from "@/lib/kinesis/access/grants-behind";
import type { DutyIndex } from "@/lib/kinesis/access/duty-index";
import { ownPoliciesOf, unreadKeyPolicy } from "@/lib/kinesis/access/key-half";
import type { KeyHalf } from "@/lib/kinesis/access/key-half";
import { streamKey } from "@/lib/kinesis/access/key-of-placed-stream";
import type { Duty, DutyCell, GrantPointer } from "@/lib/model/duty";
import type { Gap } from "@/lib/model/observed";
import type { HeldDuty, Party } from "@/lib/model/stream-access";

interface Held {
  readonly party: Party;
  readonly duty: Duty;
  readonly streamArn: string;
  /** Whether the Kinesis half is allowed for sure. */
  readonly isSure: boolean;
  readonly key: KeyHalf;
}

/** Finds the statements behind a cell. */
export type ViaOf = (held: Pick<Held, "party" | "duty" | "streamArn">) => readonly GrantPointer[];

/** A duty that is held; on what it hangs, and through which statements, is found out when somebody asks. */
export class LazyHeldDuty implements HeldDuty {
  readonly party: Party;
  readonly duty: Duty;
  readonly streamArn: string;
  readonly access: DutyCell["access"];
  readonly #held: Held;
  readonly #duties: DutyIndex;
  readonly #viaOf: ViaOf;
  readonly #tagsGap: Gap | undefined;
  #conditions: readonly string[] | undefined;

  constructor(duties: DutyIndex, viaOf: ViaOf, held: Held) {
    this.#duties = duties;
    this.#viaOf = viaOf;
    this.#held = held;
    ({ party: this.party, duty: this.duty, streamArn: this.streamArn } = held);
    const access = accessOf(duties, held);
    this.access = access;
    this.#tagsGap = access === "conditional" ? unreadTags(duties, this) : undefined;
    if (this.#tagsGap) this.access = "unknown";
  }

  get key() {
    return this.#held.key.access;
  }

  get openGap() {
    return this.#held.key.gap ?? this.#tagsGap;
  }

  get isBlockedByKey() {
    return this.key === "denied";
  }

  get conditions() {
    this.#conditions ??= [...new Set([...conditionsOf(this.#duties, this), ...this.#held.key.conditions])];
    return this.#conditions;
  }

  get via() {
    return [...this.#viaOf(this.#held)];
  }
}

/** A document that was not read may deny what another one allows, under whatever condition. */
function accessOf(duties: DutyIndex, held: Held): DutyCell["access"] {
  if (restsOnUnreadKeyPolicy(duties, held)) return "unknown";
  if (held.isSure) return "allowed";
  return held.party.unreadPolicyIds.length > 0 ? "unknown" : "conditional";
}

/** Tags that were not read, where the duty hangs on them. */
function unreadTags(duties: DutyIndex, cell: Cell): Gap | undefined {
  const tags = duties.streams.get(cell.streamArn)?.stream.tags;
  if (!tags || tags.known) return undefined;
  return conditionsOf(duties, cell).some((key) => /^aws:ResourceTag\//i.test(key)) ? tags.gap : undefined;
}

type Cell = Pick<HeldDuty, "party" | "duty" | "streamArn" | "access">;

function restsOnUnreadKeyPolicy(
  { streams }: DutyIndex,
  { duty, streamArn }: Pick<Cell, "duty" | "streamArn">,
): boolean {
  const placed = streams.get(streamArn);
  const key = duty === "manage-key" && placed && streamKey(placed);
  return key ? key.kind === "customer" && !key.isPolicyRead : false;
}

/** What AWS does not say is a condition, too: of it no key tells. */
function conditionsOf(duties: DutyIndex, held: Cell): string[] {
  const { party, access } = held;
  if (access === "allowed") return [];
  // Of those whose documents could not be read, nobody knows on what it hangs.
  if (party.unreadPolicyIds.length > 0) return [];
  const keys = restsOnUnreadKeyPolicy(duties, held) ? [unreadKeyPolicy] : [];
  const ways = waysToHold(duties, held.duty, held.streamArn);
  const open = ways.filter((way) => way.every((asked) => isWithin(duties, party, asked, "may"))).flat();
  for (const asked of open) keys.push(...explainAsked(duties, party, asked).undeterminedKeys);
  const distinct = [...new Set(keys)];
  if (party.isForeign) return [...distinct, ownPoliciesOf(party)];
  if (distinct.length > 0) return distinct;
  return ["whether AWS accepts this resource for the action, which its reference does not say"];
}
