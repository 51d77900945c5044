import { compileActions } from "@/lib/iam/decision/compile-actions";
import type { Statement } from "@/lib/iam/statement";

/** One for each action that the Action or NotAction element of a statement covers. */
export type MaskOf = (statement: Pick<Statement, "actions" | "notActions">) => Uint8Array;

/** Policies have the same few patterns again and again: each is tried on the actions once. Names are in small letters. */
export function actionMasks(actions: readonly { readonly name: string }[]): MaskOf {
  const known = new Map<string, Uint8Array>();
  const maskOfOne = (pattern: string): Uint8Array => {
    const found = known.get(pattern);
    if (found) return found;
    const covers = compileActions([pattern]);
    const mask = Uint8Array.from(actions, ({ name }) => Number(covers(name)));
    known.set(pattern, mask);
    return mask;
  };
  return ({ actions: named, notActions }) => {
    const mask = new Uint8Array(actions.length);
    for (const patterns of [named, notActions])
      if (patterns) for (const pattern of patterns) add(mask, maskOfOne(pattern));
    return named ? mask : mask.map((covered) => 1 - covered);
  };
}

function add(total: Uint8Array, mask: Uint8Array): void {
  for (let at = 0; at < total.length; at++) if (mask[at] === 1) total[at] = 1;
}
