import type { Route } from "next";

/** The page of a scan. */
export function scanRoute(scanId: string): Route {
  // Typed routes take no computed segment that might hold a slash; encoded, it holds none.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return `/scans/${encodeURIComponent(scanId)}` as Route;
}
