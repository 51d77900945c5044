import { countOf } from "@/lib/format/count-of";

interface Entries {
  readonly noun: string;
  /** Opens on a click. */
  readonly folded?: boolean;
}

/** Room for the lines that say what was left out, and for the end of the page. */
const reserve = 1500;

/** Collects the parts of a page up to a length; a list that has no more room ends with how much it leaves out. */
export class MarkdownPage {
  #text = "";
  readonly #lengthMax: number;

  constructor(lengthMax: number) {
    this.#lengthMax = lengthMax - reserve;
  }

  get text(): string {
    return this.#text;
  }

  put(block: string): void {
    this.#text += `${block}\n\n`;
  }

  table(
    title: string,
    columns: readonly string[],
    { rows, ...options }: Entries & { rows: string[][] },
  ): void {
    const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
    const opening = `${line(columns)}\n|${columns.map(() => "---|").join("")}\n`;
    this.#section(
      title,
      opening,
      rows.map((row) => `${line(row)}\n`),
      options,
    );
  }

  list(title: string, { entries, noun }: Entries & { entries: string[] }): void {
    this.#section(
      title,
      "",
      entries.map((entry) => `- ${entry.replaceAll("\n", "  \n  ")}\n`),
      { noun, folded: true },
    );
  }

  end(block: string): void {
    this.#text += `${block}\n`;
  }

  #section(
    title: string,
    opening: string,
    entries: readonly string[],
    { noun, folded = false }: Entries,
  ): void {
    if (entries.length === 0) return;
    const [before, after] = folded
      ? [`<details><summary>${title} (${entries.length})</summary>\n\n`, "\n</details>\n\n"]
      : [`## ${title}\n\n`, "\n"];
    let body = opening;
    let kept = 0;
    for (const entry of entries) {
      if (this.#text.length + before.length + body.length + entry.length + after.length > this.#lengthMax)
        break;
      body += entry;
      kept += 1;
    }
    const left = entries.length - kept;
    const said =
      left === 0
        ? ""
        : `\n**Left out here for want of room: ${countOf(left, noun)} of ${entries.length}.** The JSON and CSV of this scan have all.\n`;
    this.#text += `${before}${kept === 0 ? "" : body}${said}${after}`;
  }
}
