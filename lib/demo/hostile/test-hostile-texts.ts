/** Text against pages, terminals, spreadsheets, paths, queries and stores. */
export const hostileTexts = [
  "-cmd",
  "=cmd|' /C calc'!A0",
  "+1+cmd",
  "@SUM(1+1)*cmd",
  "\t=1+1",
  "＝1+1",
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "javascript:alert(1)",
  "</script><!--",
  "]]>",
  "&lt;b&gt;",
  "{{7*7}}${7*7}#{7*7}",
  "'; DROP TABLE scans; --",
  "../../../etc/passwd",
  "..",
  ".",
  "a/b?c=d#e%2f%00",
  "__proto__",
  "constructor",
  "toString",
  "\u202Egnp.exe",
  "zero\u200Bwidth\uFEFF",
  "\u2028line\u2029separators",
  "nul\u0000inside",
  "\u001B[31mred\u001B]0;title\u0007",
  "two\r\nlines",
  "\uD800lone surrogate",
  "🌊👩‍👩‍👧‍👦 ünï",
  "n".repeat(1024),
  " leading and trailing ",
  "null",
  "0",
  "CON",
];

/** Names that Kinesis takes, and that a web server may take for something of its own. */
const oddNames = [
  "...",
  "orders.rsc",
  "a.prefetch.rsc",
  "a.segments",
  "x.json",
  "index",
  "index.html",
  "_next",
  ".well-known",
  "route.ts",
  "-",
  "n".repeat(128),
];

const leading = [...hostileTexts, ...oddNames];

/** Different names, the hostile ones first, in the order in which they were thought of. */
export function streamNames(count: number): string[] {
  return Array.from({ length: count }, (_, index) => leading[index] ?? `stream-${index}`);
}
