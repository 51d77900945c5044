import { codePointText, visibleText } from "@/lib/reports/visible-text";

/**
 * A sentence with names of AWS in it, as text that Markdown takes for nothing else: every character that could
 * begin a mark is an entity, and a name after `@` or `#` calls nobody and links to nothing.
 */
export function markdownText(text: string): string {
  return visibleText(text)
    .replaceAll(/[!#$&*<>@[\\\]^_`{|}~]|:(?=\/\/|[\w+-]+:)/g, entity)
    .replaceAll(/&#(?:64|35);/g, "$&&#8203;")
    .replaceAll(/www\./gi, (word) => word.replace(".", "&#46;"));
}

/** A name of AWS in a code span, also in a cell of a table. */
export function markdownCode(text: string): string {
  if (text === "") return "";
  const shown = visibleText(text).replaceAll("|", codePointText);
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = "`".repeat(longest + 1);
  const edge = /^[ `]|[ `]$/.test(shown) ? " " : "";
  return `${fence}${edge}${shown}${edge}${fence}`;
}

function entity(sign: string): string {
  return `&#${sign.charCodeAt(0)};`;
}
