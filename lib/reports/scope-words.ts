import { countOf, formatCount } from "@/lib/format/count-of";
import type { Report } from "@/lib/model/report";

type Scan = Pick<Report["scan"], "source" | "endpoint">;

/** What every page and export of a scan that was not of AWS says first; undefined for AWS itself. */
export function sourceWords({ source, endpoint }: Scan): string | undefined {
  if (source === "aws") return undefined;
  if (source === "demo") return "DEMO DATA: a built-in sample account, not yours.";
  return `EMULATOR${endpoint === undefined ? "" : ` ${endpoint}`}: what it answers is not what AWS would answer.`;
}

/** `severity=high, region=eu-west-1`; empty for a whole report. */
export function filterWords({ filter = {} }: Pick<Report, "filter">): string {
  return Object.entries(filter)
    .map(([name, value]) => `${name}=${value}`)
    .join(", ");
}

/** `25 findings, 14 streams`, or `3 of 25 findings, 5 of 14 streams` where a filter left some out. */
export function countWords({ findings, streams, totals }: Report): string {
  return `${partOf(findings.length, totals.findings, "finding")}, ${partOf(streams.length, totals.streams, "stream")}`;
}

function partOf(shown: number, total: number, noun: string): string {
  return shown === total ? countOf(total, noun) : `${formatCount(shown)} of ${countOf(total, noun)}`;
}

const identitiesMax = 3;

/** Who scanned: of each account that was entered. */
export function identityWords({ accounts }: Report["scan"]): string {
  const [first, ...others] = accounts.map(({ identityArn }) => identityArn);
  return accounts.length > identitiesMax
    ? `${first} and ${others.length} others`
    : [first, ...others].join(", ");
}
