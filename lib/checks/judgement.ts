import type { Gap, Read } from "@/lib/model/observed";
import { heaviest } from "@/lib/model/verdict";
import type { Cause, Judgement, Severity, SeverityRange, Subject } from "@/lib/model/verdict";

/** Everything that was found about one subject. */
export interface Findings {
  readonly subject: Subject;
  readonly causes: readonly Cause[];
  readonly gaps: readonly Gap[];
  readonly reads: readonly Read[];
  /** What is so if it passes, in sentences. */
  readonly passes: string;
  /** What has to be said either way, in sentences. */
  readonly note?: string;
  /** What an unread fact could turn out to weigh at most. */
  readonly heaviest: Severity;
  /** What is proven of the causes, where an unread fact could make one of them lighter. */
  readonly lightest?: Severity;
}

/** A proven failure is one even if other facts are missing; a pass needs every fact. */
export function conclude(findings: Findings): Judgement {
  const { subject, causes, gaps, reads } = findings;
  const [cause, ...otherCauses] = causes;
  const [gap, ...otherGaps] = gaps;
  if (cause) {
    const shown = heaviest(cause.severity, ...otherCauses.map(({ severity }) => severity));
    return {
      status: "fail",
      subject,
      evidence: sentences(...labelsOf(causes), findings.note),
      causes: [cause, ...otherCauses],
      gaps,
      reads,
      ...(gap && severityRange(findings.lightest ?? shown, heaviest(shown, findings.heaviest))),
    };
  }
  if (gap) return { status: "unknown", subject, gaps: [gap, ...otherGaps], reads };
  return { status: "pass", subject, evidence: sentences(findings.passes, findings.note), reads };
}

const labelsAtMost = 5;

/** The causes say it themselves; where a wide policy reaches many streams, the evidence of each names the first ones. */
function labelsOf(causes: readonly Cause[]): string[] {
  const labels = causes.slice(0, labelsAtMost).map(({ label }) => label);
  const more = causes.length - labels.length;
  return more > 0 ? [...labels, `${more} more ${more === 1 ? "cause" : "causes"}.`] : labels;
}

function sentences(...all: readonly (string | undefined)[]): string {
  return all.filter((each) => each !== undefined && each !== "").join(" ");
}

/** The range that an unread fact leaves open; none where both ends are the same. */
function severityRange(
  lightest: Severity,
  heaviestPossible: Severity,
): { readonly severityRange?: SeverityRange } {
  return lightest === heaviestPossible ? {} : { severityRange: { heaviest: heaviestPossible, lightest } };
}

export function unknown(subject: Subject, gap: Gap, reads: readonly Read[] = []): Judgement {
  return { status: "unknown", subject, gaps: [gap], reads };
}

export function notApplicable(subject: Subject, evidence: string, reads: readonly Read[] = []): Judgement {
  return { status: "not-applicable", subject, evidence, reads };
}
