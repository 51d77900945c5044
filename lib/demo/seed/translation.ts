/** The demo account's ids, and what the emulator made of them. */
export class Translation {
  readonly #texts = new Map<string, string>();

  add(demo: string | undefined, emulator: string | undefined): void {
    if (demo !== undefined && emulator !== undefined && demo !== emulator) this.#texts.set(demo, emulator);
  }

  has(demo: string): boolean {
    return this.#texts.has(demo);
  }

  /** A name, an ARN or a policy document with the emulator's ids in it; the longest id that fits goes first. */
  of(text: string): string {
    if (this.#texts.size === 0) return text;
    const ids = [...this.#texts.keys()].toSorted((a, b) => b.length - a.length);
    const pattern = new RegExp(ids.map((id) => escapeForRegExp(id)).join("|"), "g");
    return text.replaceAll(pattern, (id) => this.#texts.get(id) ?? id);
  }
}

function escapeForRegExp(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
