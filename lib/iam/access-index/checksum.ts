import { itemAt } from "@/lib/iam/access-index/item-at";
import type { ResourceSet } from "@/lib/iam/access-index/resource-set";
import type { Rows } from "@/lib/iam/access-index/rows";

/** FNV-1a's, which spreads a change of one bit over the word. */
const prime = 0x01_00_01_93;

/** A digest of every answer, principal by principal and action by action; rows that are shared are read once. */
export function checksumOf(all: readonly Rows[]): string {
  const known = new Map<Rows, number>();
  let total = 0;
  for (const rows of all) {
    const digest = known.get(rows) ?? digestRows(rows);
    known.set(rows, digest);
    total = mix(total, digest);
  }
  return total.toString(16).padStart(8, "0");
}

function digestRows({ classes, pairs }: Rows): number {
  const digests = pairs.map(({ must, may }) => {
    const digest = digestSet(may);
    return mix(digest, must === may ? digest : digestSet(must));
  });
  let total = 0;
  for (const number of classes) total = mix(total, itemAt(digests, number));
  return total;
}

function digestSet({ first, words }: ResourceSet): number {
  let digest = first;
  for (const word of words) digest = mix(digest, word);
  return digest;
}

function mix(total: number, word: number): number {
  return Math.imul(total ^ word, prime) >>> 0;
}
