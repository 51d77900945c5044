export type ReadContext =
  | { readonly ok: true; readonly context: Readonly<Record<string, readonly string[]>> }
  | { readonly ok: false; readonly problem: string };

/** `key = value, value` a line; a key without a value is absent for sure. */
export function readContext(text: string): ReadContext {
  const entries: [string, string[]][] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const sign = line.indexOf("=");
    const key = line.slice(0, Math.max(0, sign)).trim();
    if (!/^[^\s:]+:\S+$/.test(key))
      return {
        ok: false,
        problem: `Line ${index + 1} is not “key = value”, with a key such as aws:SourceVpce.`,
      };
    const values = line.slice(sign + 1).split(",");
    entries.push([key, values.map((value) => value.trim()).filter((value) => value !== "")]);
  }
  return { ok: true, context: Object.fromEntries(entries) };
}
