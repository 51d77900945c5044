import type { Arena } from "@/lib/iam/access-index/arenas";
import { everyChannel } from "@/lib/iam/access-index/layer";
import type { Channel } from "@/lib/iam/access-index/layer";
import type { Bound } from "@/lib/iam/access-index/limits";
import { emptySet } from "@/lib/iam/access-index/resource-set";
import type { ResourceSet } from "@/lib/iam/access-index/resource-set";
import { ScratchSet, Shelf } from "@/lib/iam/access-index/scratch-set";
import { nothing, settled } from "@/lib/iam/access-index/set-pair";
import type { SetAlgebra, SetPair } from "@/lib/iam/access-index/set-pair";

/** What has a say in one row. */
interface RowParts {
  readonly channels: Readonly<Record<Channel, readonly SetPair[]>>;
  readonly bound: Bound;
  readonly arena: Arena;
}

/** Which bound of the answer is written. A Deny counts with the other one. */
type Lane = "must" | "may";

/**
 * The evaluator's routes over sets, with the same layers in the same order as `routes.ts` has them, in words
 * that are used again for the next row.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export class RowWriter {
  readonly #all: ResourceSet;
  readonly #granted: ScratchSet;
  readonly #result: ScratchSet;
  readonly #shelf = new Shelf();

  constructor({ everything }: SetAlgebra) {
    this.#all = everything.may;
    const placeCount = (this.#all.first + this.#all.words.length) * 32;
    this.#granted = new ScratchSet(placeCount);
    this.#result = new ScratchSet(placeCount);
  }

  write(parts: RowParts): SetPair {
    this.#compute(parts, "may");
    const may = this.#result.freeze(this.#shelf);
    if (may === emptySet) return nothing;
    if (isSettled(parts)) return settled(may);
    this.#compute(parts, "must");
    return this.#result.equals(may) ? settled(may) : { must: this.#result.freeze(this.#shelf), may };
  }

  #compute({ channels, bound, arena }: RowParts, lane: Lane): void {
    const [granted, result] = [this.#granted, this.#result];
    granted.clear();
    result.clear();
    for (const pair of channels.allow) granted.add(pair[lane], []);
    this.#keep(granted, bound.boundary[lane]);
    if (arena.same !== nothing)
      result.addScratch(granted, arena.same.may === this.#all ? [] : [arena.same.may]);
    this.#addGrants({ channels, bound, arena }, lane);
    this.#keep(result, bound.ceiling[lane]);
    const other = lane === "must" ? "may" : "must";
    for (const pair of channels.deny) result.remove(pair[other]);
  }

  /** What resource policies grant: in the account, to those that they name; elsewhere and of keys, to whom both sides allow. */
  #addGrants({ channels, bound, arena }: RowParts, lane: Lane): void {
    const { account, role, user, direct } = channels;
    const [granted, result] = [this.#granted, this.#result];
    for (const { may: place } of [arena.same, arena.kept]) {
      if (place === emptySet) continue;
      for (const pair of role) result.add(pair[lane], [bound.boundary[lane], place]);
      for (const pair of user) result.add(pair[lane], [place]);
      for (const pair of direct) result.add(pair[lane], [place]);
    }
    if (arena.kept !== nothing)
      for (const pair of account) result.addScratch(granted, [pair[lane], arena.kept.may]);
    if (arena.cross === nothing) return;
    for (const grants of [account, role, user, direct])
      for (const pair of grants) result.addScratch(granted, [pair[lane], arena.cross.may]);
  }

  #keep(scratch: ScratchSet, set: ResourceSet): void {
    if (set !== this.#all) scratch.keep(set);
  }
}

function isSettled({ channels, bound }: RowParts): boolean {
  return (
    isOne(bound.boundary) && isOne(bound.ceiling) && everyChannel.every((each) => channels[each].every(isOne))
  );
}

function isOne({ must, may }: SetPair): boolean {
  return must === may;
}
