import type { WireError } from "./wire-error";

export interface Page<Item> {
  readonly items: Item[];
  readonly nextToken: string | undefined;
}

/** Cuts a page; its token holds for the operation that gave it and for no other. */
export function pageOf<Item>(
  items: readonly Item[],
  request: { operation: string; token: string | undefined; limit: number; invalidToken: () => WireError },
): Page<Item> {
  const { operation, token, limit, invalidToken } = request;
  const start = token ? Number(readToken(operation, token)) : 0;
  if (!Number.isInteger(start) || start < 0) throw invalidToken();
  const end = start + limit;
  return {
    items: items.slice(start, end),
    nextToken: end < items.length ? writeToken(operation, String(end)) : undefined,
  };
}

export function writeToken(operation: string, position: string): string {
  return Buffer.from(JSON.stringify([operation, position])).toString("base64");
}

/** Absent when the token is not one of this operation. */
export function readToken(operation: string, token: string): string | undefined {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(token, "base64").toString("utf8"));
    if (!Array.isArray(parsed)) return undefined;
    const [owner, position]: unknown[] = parsed;
    return owner === operation && typeof position === "string" ? position : undefined;
  } catch {
    return undefined;
  }
}

/** Holds a page size to AWS's range. `capAt` is the size above which AWS takes the number and returns less. */
export function pageSize(
  asked: number | undefined,
  range: { min?: number; max: number; default: number; capAt?: number; invalid: () => WireError },
): number {
  const { min = 1, max, capAt = max, invalid } = range;
  if (asked === undefined || asked === null) return range.default;
  if (!Number.isInteger(asked) || asked < min || asked > max) throw invalid();
  return Math.min(asked, capAt);
}
