/**
 * Text that fits into a field of a foreign format. What is too long keeps its beginning and says how
 * long the whole is; the whole stands in the JSON of the same scan.
 */
export function cutText(text: string, lengthMax: number): string {
  if (text.length <= lengthMax) return text;
  const note = ` … [cut: ${text.length} characters]`;
  return `${wholeCharacters(text, lengthMax - note.length)}${note}`;
}

/** The beginning of a text, of at most so many UTF-16 units, without half a character at its end. */
function wholeCharacters(text: string, length: number): string {
  const end = /[\uD800-\uDBFF]/.test(text.charAt(length - 1)) ? length - 1 : length;
  return text.slice(0, end);
}
