import { readAsff } from "@/lib/reports/reconcile/asff-row";
import type { LocatedRow, RowContent } from "@/lib/reports/reconcile/file-row";
import { readOcsf } from "@/lib/reports/reconcile/ocsf-row";
import { splitJson } from "@/lib/reports/reconcile/split-json";

/** The rows of a JSON file: an array, `{"Findings": […]}`, one finding, or a finding or an array of them a line. */
export function readJsonRows(text: string): LocatedRow[] {
  if (!isLines(text)) return readList(text, 1);
  const rows: LocatedRow[] = [];
  for (const [index, line] of text.split("\n").entries())
    if (line.trim() !== "") rows.push(...readList(line, index + 1));
  return rows;
}

/** Lines of JSON, and not one value over many lines, whole or damaged: one of the first two lines is whole. */
function isLines(text: string): boolean {
  const lines = text.split("\n", 64).filter((line) => line.trim() !== "");
  const isWhole = (line: string) => /^\s*(?:\{.*\}|\[.*\])\s*$/s.test(line);
  return lines.length > 1 && lines.slice(0, 2).some(isWhole) && parseJson(text) === undefined;
}

/** Undefined for text that is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readList(text: string, firstLine: number): LocatedRow[] {
  const rows: LocatedRow[] = [];
  let [line, counted] = [firstLine, 0];
  for (const { start, end } of splitJson(text)) {
    for (let at = text.indexOf("\n", counted); at !== -1 && at < start; at = text.indexOf("\n", at + 1))
      line += 1;
    counted = start;
    rows.push({ line, ...readElement(text.slice(start, end)) });
  }
  return rows;
}

function readElement(text: string): RowContent {
  const value = parseJson(text);
  if (value === undefined)
    return {
      kind: "unreadable",
      problem: "This is not JSON: a bracket, a comma or a quote is missing or too many.",
    };
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return { kind: "unreadable", problem: "This is no finding: a finding is a JSON object." };
  if ("GeneratorId" in value || "SchemaVersion" in value) return readAsff(value);
  if ("class_uid" in value || "metadata" in value) return readOcsf(value);
  return {
    kind: "unreadable",
    problem: "This is neither ASFF, which has a GeneratorId, nor OCSF, which has a class_uid.",
  };
}
