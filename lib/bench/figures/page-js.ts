import { gzipSync } from "node:zlib";
import { withDemoServer } from "../demo-server";
import type { Figure } from "../figure";
import { linkedPages, scriptPaths } from "../page-scripts";

/** The script that the heaviest page loads at first; the pages are those that the home page links to. */
export const figures: readonly Figure[] = [
  {
    name: "page.js",
    unit: "KB gzip",
    runs: 1,
    measure: () => withDemoServer(({ url }) => heaviestPageKb(url)),
  },
];

async function heaviestPageKb(url: string): Promise<number> {
  const sizes = new Map<string, number>();
  const totals: number[] = [];
  for (const page of linkedPages(await text(url, "/"))) {
    const scripts = scriptPaths(await text(url, page));
    for (const path of scripts) {
      if (!sizes.has(path)) sizes.set(path, gzipSync(await text(url, path)).byteLength);
    }
    totals.push(scripts.reduce((total, path) => total + (sizes.get(path) ?? 0), 0));
  }
  return Math.max(...totals) / 1024;
}

async function text(url: string, path: string): Promise<string> {
  const response = await fetch(new URL(path, url));
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response.text();
}
