import { cutText } from "@/lib/reports/cut-text";

/** What a spreadsheet keeps of a cell: https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3 */
const cellLengthMax = 32_767;

/** Distinct entries, blank-separated; whole entries only, and how many are left out where a cell is too small. */
export function joinWithin(entries: readonly string[] = []): string {
  const distinct = [...new Set(entries)];
  const text = distinct.join(" ");
  if (text.length < cellLengthMax) return text;

  const room = cellLengthMax - " and 0000000 more".length;
  let length = 0;
  const kept = distinct.findIndex((entry) => (length += entry.length + 1) > room);
  return `${distinct.slice(0, kept).join(" ")} and ${distinct.length - kept} more`;
}

/** One short of the limit: CSV may put an apostrophe before it. */
export function cellText(text: string): string {
  return cutText(text, cellLengthMax - 1);
}
