import type { SettingField } from "@/components/settings/setting-fields";
import type { AuditSettings } from "@/lib/model/settings";

/** A setting as it stands in its field. */
export function textOfSetting(
  { kind }: Pick<SettingField, "kind">,
  value: AuditSettings[keyof AuditSettings],
): string {
  if (Array.isArray(value)) return value.join(kind === "lines" ? "\n" : ", ");
  if (typeof value === "object")
    return Object.entries(value)
      .map(([name, each]) => `${name} = ${each}`)
      .join("\n");
  return value === undefined ? "" : String(value);
}

/** What a field's text says; undefined: nothing. What is no number stays text, for the server to name it. */
export function settingOfText(
  { kind, optional }: Pick<SettingField, "kind" | "optional">,
  text: string,
): unknown {
  const written = text.trim();
  if (optional && written === "") return undefined;
  if (kind === "number") return written === "" || Number.isNaN(Number(written)) ? written : Number(written);
  if (kind === "text") return written;
  if (kind === "pairs") return Object.fromEntries(partsOf(written, /\n/).map(pairOf));
  return partsOf(written, kind === "lines" ? /\n/ : /[,\n]/);
}

function partsOf(text: string, separator: RegExp): string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function pairOf(line: string): [name: string, value: string] {
  const at = line.indexOf("=");
  return at < 0 ? [line, ""] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
}

/** `knownAccountIds.1: … is not an account id; …`, as the server says it, by field; what names none is under `""`. */
export function problemsByField(message: string, names: readonly string[]): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const part of message.split("; ")) {
    const [, name = "", words = part] = /^(\w+)[^:]*: (.*)$/s.exec(part) ?? [];
    const field = names.includes(name) ? name : "";
    const said = field === "" ? part : words;
    found[field] = found[field] === undefined ? said : `${found[field]}; ${said}`;
  }
  return found;
}
