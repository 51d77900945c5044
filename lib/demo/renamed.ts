/** The same facts with another name instead of one, in every key and text that holds it. */
export function renamed<Facts extends object>(facts: Facts, from: string, to: string): Facts {
  const copy = structuredClone(facts);
  rename(copy, (text) => text.replaceAll(from, to));
  return copy;
}

function rename(value: object, nameOf: (text: string) => string): void {
  for (const [key, entry] of Object.entries(value)) {
    Reflect.deleteProperty(value, key);
    if (typeof entry === "object" && entry !== null && !(entry instanceof Date)) rename(entry, nameOf);
    Reflect.set(value, nameOf(key), typeof entry === "string" ? nameOf(entry) : entry);
  }
}
