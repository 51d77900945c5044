import { countOf } from "@/lib/format/count-of";

interface Entries<T, Written> {
  readonly list: readonly T[];
  /** Asked only for entries that may have room. */
  readonly write: (entry: T) => Written;
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

  table<T>(title: string, columns: readonly string[], entries: Entries<T, readonly string[]>): void {
    const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |\n`;
    const opening = `${line(columns)}|${columns.map(() => "---|").join("")}\n`;
    this.#section(title, opening, { ...entries, write: (entry) => line(entries.write(entry)) });
  }

  list<T>(title: string, entries: Entries<T, string>): void {
    const write = (entry: T) => `- ${entries.write(entry).replaceAll("\n", "  \n  ")}\n`;
    this.#section(title, "", { ...entries, write, folded: true });
  }

  end(block: string): void {
    this.#text += `${block}\n`;
  }

  #section<T>(title: string, opening: string, { list, write, noun, folded }: Entries<T, string>): void {
    if (list.length === 0) return;
    const [before, after] = folded
      ? [`<details><summary>${title} (${list.length})</summary>\n\n`, "\n</details>\n\n"]
      : [`## ${title}\n\n`, "\n"];
    let body = opening;
    let kept = 0;
    for (const each of list) {
      const entry = write(each);
      if (this.#text.length + before.length + body.length + entry.length + after.length > this.#lengthMax)
        break;
      body += entry;
      kept += 1;
    }
    const left = list.length - kept;
    const said =
      left === 0
        ? ""
        : `\n**Left out here for want of room: ${countOf(left, noun)} of ${list.length}.** The JSON and CSV of this scan have all.\n`;
    this.#text += `${before}${kept === 0 ? "" : body}${said}${after}`;
  }
}
