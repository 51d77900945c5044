import "server-only";
import { structuredPatch } from "diff";
import type { WhatIf } from "@/lib/model/comparison";
import type { Finding, Report } from "@/lib/model/report";
import type { ChangedDocument, Fix } from "@/lib/remediation/fix";
import { findFix } from "@/lib/remediation/find-fix";
import { whyNoFix } from "@/lib/remediation/why-no-fix";
import { judgeChanged, snapshotOf } from "@/lib/server/judge-changed";
import { requireViewer } from "@/lib/server/viewer";

/** A fix as pages and the interface show it. */
export interface FixView extends Pick<
  Fix,
  "words" | "commands" | "terraform" | "cloudFormation" | "announces"
> {
  readonly documents: readonly DocumentDiff[];
}

interface DocumentDiff {
  readonly policyId: string;
  /** Lines that begin with a blank, `-` or `+`; an empty one stands between parts. */
  readonly lines: readonly string[];
}

/** A fix, and what it would change. */
export interface PreparedFix {
  readonly view: FixView;
  /** The account judged again as it would be; it takes as long as judging takes. Nothing is changed in AWS. */
  readonly compare: () => Promise<WhatIf>;
}

export interface NoFix {
  /** A sentence. */
  readonly why: string;
}

/** How a failing finding of a report is put right, or why nobody can tell by what was read. */
export async function loadFix(report: Report, finding: Finding): Promise<PreparedFix | NoFix> {
  await requireViewer();
  const snapshot = await snapshotOf(report);
  const { settings } = report;
  const fix = findFix({ finding, snapshot, settings });
  if (!fix) return { why: whyNoFix({ finding, snapshot, settings }) };
  const { words, commands, terraform, cloudFormation, announces, documents } = fix;
  return {
    view: { words, commands, terraform, cloudFormation, announces, documents: documents.map(toDiff) },
    compare: () => judgeChanged(report, fix.apply(snapshot)),
  };
}

function toDiff({ policyId, before, after }: ChangedDocument): DocumentDiff {
  const { hunks } = structuredPatch("", "", pretty(before), pretty(after), "", "", { context: 3 });
  const lines = hunks.flatMap((hunk, index) => (index === 0 ? hunk.lines : [""].concat(hunk.lines)));
  return { policyId, lines: lines.filter((line) => !line.startsWith("\\")) };
}

/** Both sides with the same white space, so that only what says something differs. */
function pretty(text: string): string {
  try {
    return `${JSON.stringify(JSON.parse(text), null, 2)}\n`;
  } catch {
    return text;
  }
}
