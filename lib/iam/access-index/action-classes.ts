import { numberAt, wordAt } from "@/lib/iam/access-index/item-at";

/** For each action the number of its class, from 0; actions of one class are answered alike. */
export type ActionClasses = Uint16Array;

/** Tells apart actions that any of some labellings tells apart, or any of some masks; equal numbers mean alike. */
export function classify(
  actionCount: number,
  labellings: readonly ArrayLike<number>[],
  masks: readonly Uint8Array[] = [],
): ActionClasses {
  const classes = new Uint16Array(actionCount);
  let count = 1;
  for (const labels of labellings) count = refine(classes, count, labels);
  for (let from = 0; from < masks.length; from += masksPerLabel)
    count = refine(classes, count, packed(actionCount, masks.slice(from, from + masksPerLabel)));
  return classes;
}

/** So many bits of a word are a whole number of the engine's own kind. */
const masksPerLabel = 30;

/** Masks as one number for each action, a bit for each of them. */
function packed(actionCount: number, masks: readonly Uint8Array[]): Uint32Array {
  const labels = new Uint32Array(actionCount);
  for (const [index, mask] of masks.entries()) {
    const bit = 1 << index;
    for (let action = 0; action < actionCount; action++)
      if (mask[action] === 1) labels[action] = wordAt(labels, action) | bit;
  }
  return labels;
}

function refine(classes: ActionClasses, count: number, labels: ArrayLike<number>): number {
  const first = labels[0];
  let isUniform = true;
  for (let action = 1; action < classes.length && isUniform; action++) isUniform = labels[action] === first;
  if (isUniform) return count;

  const pairs: number[] = [];
  for (let action = 0; action < classes.length; action++) {
    const pair = numberAt(labels, action) * classes.length + numberAt(classes, action);
    const known = pairs.indexOf(pair);
    classes[action] = known < 0 ? pairs.push(pair) - 1 : known;
  }
  return pairs.length;
}

/** One action of each class, in the order of the classes' numbers. */
export function representatives(classes: ActionClasses): number[] {
  const first: number[] = [];
  for (const [action, number] of classes.entries()) first[number] ??= action;
  return first;
}
