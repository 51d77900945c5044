import { InvalidArgumentError, Option } from "commander";
import { checkSets } from "@/lib/model/scan";
import { reportFormats, tableNames, type ReportFormat, type TableName } from "@/lib/model/report-format";
import { findFormat } from "@/lib/reports/formats";

/** The options that `audit` and `report` share. */
export const setOption = () =>
  new Option("--set <set>", "the checks: those of the course, or all").choices(checkSets).default("full");

export const formatOption = () =>
  new Option("--format <format>", `the report's format: ${reportFormats.join(", ")}`)
    .argParser(parseFormat)
    .default("json" satisfies ReportFormat);

export const tableOption = () =>
  new Option("--table <table>", "what a CSV lists")
    .choices(tableNames)
    .default("findings" satisfies TableName);

export const outOption = () =>
  new Option("--out <file>", "write the report to a file, with FILE.manifest.json beside it, not to stdout");

export const signKeyOption = () =>
  new Option("--sign-key <file>", "sign the manifest with this Ed25519 private key, in PEM");

export const waiversOption = () =>
  new Option("--waivers <file>", "accept findings by the waivers in a file: an answer of GET /api/waivers");

export function parseQuotaShare(text: string): number {
  const share = /^(0?\.\d+|0|1)$/.test(text) ? Number(text) : Number.NaN;
  if (share >= 0.05 && share <= 0.9) return share;
  throw new InvalidArgumentError("It must be a number from 0.05 to 0.9.");
}

export function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

function parseFormat(text: string): ReportFormat {
  const format = findFormat(text);
  if (format) return format;
  throw new InvalidArgumentError(`There is no such format; there are ${reportFormats.join(", ")}.`);
}
