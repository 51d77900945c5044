/** The scripts that a page loads at first, without those that only a browser without modules loads. */
export function scriptPaths(html: string): readonly string[] {
  const tags = html.match(/<script\b[^>]*>|<link\b[^>]*\bas="script"[^>]*>/g) ?? [];
  const paths = tags
    .filter((tag) => !/\bnomodule\b/i.test(tag))
    .map((tag) => /\b(?:src|href)="([^"]+)"/.exec(tag)?.[1]);
  return [...new Set(paths.filter((path) => path !== undefined))];
}

/** The pages that a page links to, without their queries, itself included. */
export function linkedPages(html: string): readonly string[] {
  const links = [...html.matchAll(/<a\b[^>]*\bhref="(\/[^"?#]*)/g)].map(([, path]) => path);
  const pages = links.filter(
    (path) => path !== undefined && !path.startsWith("//") && !path.startsWith("/api/"),
  );
  return [...new Set(["/", ...pages.filter((path) => path !== undefined)])];
}
