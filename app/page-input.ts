import { linksFor, type Go } from "@/components/links";
import type { PlaceFilter } from "@/lib/model/place";
import { checkSets, type CheckSet } from "@/lib/model/scan";

export type PageQuery = Readonly<Record<string, string | string[] | undefined>>;

export interface PageInput {
  readonly query: PageQuery;
  /** The set of checks that the reader chose; undefined: the one that the scan was made with. */
  readonly set: CheckSet | undefined;
  readonly go: Go;
}

/** What every page of a report reads from its address. */
export async function readPage(searchParams: Promise<PageQuery>): Promise<PageInput> {
  const query = await searchParams;
  const set = checkSets.find((known) => known === query["set"]);
  return { query, set, go: linksFor(set) };
}

/** A parameter that is given once; a repeated one counts as none. */
export function textOf(query: PageQuery, name: string): string | undefined {
  const value = query[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** The account and Region that a page is narrowed to. */
export function placeOf(query: PageQuery): PlaceFilter {
  return { account: textOf(query, "account"), region: textOf(query, "region") };
}

/** One page of a list, as the `page` of an address asks for it; a page past the end is the last one. */
export function pageOf<T>(all: readonly T[], query: PageQuery, sizePerPage = 100) {
  const pages = Math.max(1, Math.ceil(all.length / sizePerPage));
  const asked = Math.trunc(Number(textOf(query, "page"))) || 1;
  const page = Math.min(pages, Math.max(1, asked));
  return { items: all.slice((page - 1) * sizePerPage, page * sizePerPage), page, pages };
}
