import { visibleText } from "@/lib/reports/visible-text";

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** HTML that was made here; everything else is text. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = Markup | string | number | undefined | readonly Part[];

/** Makes HTML of a template: what is put into it is text, unless it is HTML that was made by this too. */
export function markup(template: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(template.map((text, index) => text + written(parts[index])).join(""));
}

/** A name of AWS: no letter of it turns the writing round it. */
export function nameOf(text: string): Markup {
  return markup`<bdi>${text}</bdi>`;
}

function written(part: Part): string {
  if (part === undefined) return "";
  if (part instanceof Markup) return part.text;
  if (typeof part === "object") return part.map(written).join("");
  return visibleText(String(part)).replaceAll(/[&<>"']/g, (sign) => escapes[sign] ?? sign);
}
