import { cutText } from "@/lib/reports/cut-text";
import { codePointText, visibleText } from "@/lib/reports/visible-text";

/** What both fonts can draw: Latin letters with their accents, and the signs that this project writes. */
const drawable = /[ -~\u00A1-\u00AC\u00AE-\u017F–—‘’“”…•]/u;
/** What a page has room for beside others; the whole stands in the report that the file holds. */
const lengthMax = 400;

/** Text that a page shows whole: what the fonts have no letter for is written as its number, and what is too long says so. */
export function pdfText(text: string, max = lengthMax): string {
  return Array.from(cutText(visibleText(text), max), (letter) =>
    drawable.test(letter) || letter === "\u00A0" ? letter : codePointText(letter),
  ).join("");
}

/** The same, line by line. */
export function pdfLines(text: string): string {
  return text
    .split(/\r\n|[\r\n]/)
    .map((line) => pdfText(line, 2000))
    .join("\n");
}
