import { waysToHold } from "@/lib/kinesis/access/deciding-actions";
import { explainAsked, grantsBehind, isWithin } from "@/lib/kinesis/access/grants-behind";
import type { DutyIndex } from "@/lib/kinesis/access/duty-index";
import { isKeyPolicyRead } from "@/lib/kinesis/access/access-resources";
import { ownPoliciesOf, unreadKeyPolicy } from "@/lib/kinesis/access/key-half";
import type { KeyHalf } from "@/lib/kinesis/access/key-half";
import { streamKey } from "@/lib/kinesis/access/key-of-placed-stream";
import type { Duty, DutyCell, GrantPointer } from "@/lib/model/duty";
import type { HeldDuty, Party } from "@/lib/model/stream-access";

interface Held {
  readonly party: Party;
  readonly duty: Duty;
  readonly streamArn: string;
  /** Whether the Kinesis half is allowed for sure. */
  readonly isSure: boolean;
  readonly key: KeyHalf;
}

interface Reasons {
  readonly access: DutyCell["access"];
  readonly conditions: readonly string[];
  readonly via: readonly GrantPointer[];
}

/** A duty that is held; why is found out when somebody asks. */
export class LazyHeldDuty implements HeldDuty {
  readonly party: Party;
  readonly duty: Duty;
  readonly streamArn: string;
  readonly #held: Held;
  readonly #duties: DutyIndex;
  #reasons: Reasons | undefined;

  constructor(duties: DutyIndex, held: Held) {
    this.#duties = duties;
    this.#held = held;
    ({ party: this.party, duty: this.duty, streamArn: this.streamArn } = held);
  }

  get key() {
    return this.#held.key.access;
  }

  get keyGap() {
    return this.#held.key.gap;
  }

  get isBlockedByKey() {
    return this.key === "denied";
  }

  get access() {
    return this.#why.access;
  }

  get conditions() {
    return [...new Set([...this.#why.conditions, ...this.#held.key.conditions])];
  }

  get via() {
    return [...this.#why.via];
  }

  get #why(): Reasons {
    this.#reasons ??= reasonsOf(this.#duties, this.#held);
    return this.#reasons;
  }
}

function reasonsOf(duties: DutyIndex, held: Held): Reasons {
  const { party, duty, streamArn, isSure } = held;
  const bound = isSure ? "must" : "may";
  const ways = waysToHold(duties, duty, streamArn);
  const open = ways.filter((way) => way.every((asked) => isWithin(duties, party, asked, bound))).flat();
  const via = grantsBehind(duties, party, open, bound);
  const isKeyUnread = restsOnUnreadKeyPolicy(duties, held);
  if (isSure && !isKeyUnread) return { access: "allowed", conditions: [], via };
  const keys = new Set(open.flatMap((asked) => explainAsked(duties, party, asked).undeterminedKeys));
  if (isKeyUnread) return { access: "unknown", conditions: [...keys, unreadKeyPolicy], via };
  // A document that was not read may deny what another one allows, under whatever condition.
  const access = party.unreadPolicyIds.length > 0 ? "unknown" : "conditional";
  return { access, conditions: conditionsOf(held, keys), via };
}

function restsOnUnreadKeyPolicy({ streams }: DutyIndex, { duty, streamArn }: Held): boolean {
  const placed = streams.get(streamArn);
  const key = duty === "manage-key" && placed && streamKey(placed);
  return key ? key.kind === "customer" && !isKeyPolicyRead(key.key) : false;
}

/** What AWS does not say is a condition, too: of it no key tells. */
function conditionsOf({ party }: Held, keys: ReadonlySet<string>): string[] {
  if (party.isForeign) return [...keys, ownPoliciesOf(party)];
  if (keys.size > 0 || party.unreadPolicyIds.length > 0) return [...keys];
  return ["whether AWS accepts this resource for the action, which its reference does not say"];
}
