/** Control, format and separator characters, and halves of characters: none shows, some move or hide what stands beside them. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/**
 * Text for people, every character of it seen: what has no shape of its own, such as a line end, NUL or
 * a mark that turns the direction of writing, is written as its number, `\u{202E}`.
 */
export function visibleText(text: string): string {
  return text.replaceAll(unseen, (character) => codePointText(character));
}

export function codePointText(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}}`;
}
