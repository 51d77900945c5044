import { numberAt } from "@/lib/iam/access-index/item-at";

/** For each action the number of its class, from 0; actions of one class are answered alike. */
export type ActionClasses = Uint16Array;

/** Tells apart actions that any of some labellings tells apart; equal numbers mean alike. */
export function classify(actionCount: number, labellings: readonly ArrayLike<number>[]): ActionClasses {
  const classes = new Uint16Array(actionCount);
  let count = 1;
  for (const labels of labellings) count = refine(classes, count, labels);
  return classes;
}

function refine(classes: ActionClasses, count: number, labels: ArrayLike<number>): number {
  const first = labels[0];
  let isUniform = true;
  for (let action = 1; action < classes.length && isUniform; action++) isUniform = labels[action] === first;
  if (isUniform) return count;

  const renumbered = new Map<number, number>();
  for (let action = 0; action < classes.length; action++) {
    const pair = numberAt(labels, action) * classes.length + numberAt(classes, action);
    const number = renumbered.get(pair) ?? renumbered.size;
    renumbered.set(pair, number);
    classes[action] = number;
  }
  return renumbered.size;
}

/** One action of each class, in the order of the classes' numbers. */
export function representatives(classes: ActionClasses): number[] {
  const first: number[] = [];
  for (const [action, number] of classes.entries()) first[number] ??= action;
  return first;
}
