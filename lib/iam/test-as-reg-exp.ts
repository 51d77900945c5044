/** What a pattern means, said otherwise; too slow for patterns that are written to be so. */
export function asRegExp(pattern: string): RegExp {
  const escaped = pattern.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll(String.raw`\*`, ".*").replaceAll(String.raw`\?`, ".")}$`, "s");
}
