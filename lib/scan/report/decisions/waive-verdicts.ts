import type { ReportWaiver } from "@/lib/model/decision";
import type { Finding } from "@/lib/model/report";
import type { CausesOf } from "@/lib/scan/report/report-causes";
import type { VerdictOfCheck, Waive } from "@/lib/scoring/verdict-on-stream";

type WaiverOf = (findingId: string) => readonly ReportWaiver[];

/** The waivers that hold, by the finding that they accept. */
export function waiversInForce(waivers: readonly ReportWaiver[]): ReadonlyMap<string, ReportWaiver[]> {
  const byFinding = new Map<string, ReportWaiver[]>();
  for (const waiver of waivers) {
    if (waiver.state !== "in-force") continue;
    const found = byFinding.get(waiver.findingId) ?? [];
    byFinding.set(waiver.findingId, [...found, waiver]);
  }
  return byFinding;
}

/**
 * A failing verdict of which every cause is accepted is waived. Where facts are missing beside, it is unknown: nobody
 * accepted what nobody has seen.
 */
export function waiveVerdicts(waiversOf: WaiverOf, causesOf: CausesOf): Waive {
  return (verdict, streamArn) => {
    if (verdict.status !== "fail") return verdict;
    const found = causesOf(verdict, verdict.subject.accountId).map(({ findingId }) =>
      waiversOf(findingId).find(({ streamArns }) => streamArns?.includes(streamArn) ?? true),
    );
    return found.every((waiver) => waiver !== undefined) ? waived(verdict, found) : verdict;
  };
}

function waived(verdict: VerdictOfCheck, waivers: readonly ReportWaiver[]): VerdictOfCheck {
  if (verdict.gaps.length > 0) return { ...verdict, status: "unknown", causes: [] };
  const words = waivers.map(
    ({ owner, expiresOn, reason }) => `Accepted by ${owner} until ${expiresOn}: ${reason}`,
  );
  return { ...verdict, status: "waived", evidence: [verdict.evidence, ...new Set(words)].join(" ") };
}

/** A finding with the waiver that holds for it; it is waived itself when that covers all that it weighs on. */
export function markWaived(finding: Finding, waiversOf: WaiverOf): Finding {
  const waivers = waiversOf(finding.findingId);
  const whole = waivers.find(({ streamArns }) => streamArns === undefined);
  const [first] = waivers;
  const shown = whole ?? first;
  if (!shown) return finding;
  const { id, owner, reason, expiresOn, streamArns } = shown;
  const waiver = { id, owner, reason, expiresOn, ...(streamArns && { streamArns }) };
  const covered = new Set(waivers.flatMap((each) => each.streamArns ?? []));
  const isCovered =
    whole !== undefined ||
    (finding.subjects.every(({ scope }) => scope === "stream") &&
      finding.streamArns.every((arn) => covered.has(arn)));
  return { ...finding, waiver, ...(isCovered && { status: "waived" }) };
}
