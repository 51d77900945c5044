/** Base64 text with its padding left out, or undefined for text that is none. */
export function readEncodedBytes(text: string): string | undefined {
  const bare = text.replace(/={1,2}$/, "");
  return /^[A-Za-z0-9+/]*$/.test(bare) && bare.length % 4 !== 1 ? bare : undefined;
}
