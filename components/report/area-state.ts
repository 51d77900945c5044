import { areaOf, checkAreas, type CheckArea } from "@/lib/model/check";
import type { StreamVerdict } from "@/lib/model/report";
import { severities, type Severity, type VerdictStatus } from "@/lib/model/verdict";

type Judged = Pick<StreamVerdict, "checkId" | "status" | "severity">;

/** The worst of a section, and how many of each make it up. */
export interface AreaState {
  readonly area: CheckArea;
  /** `not-applicable` where nothing of the section applies. */
  readonly status: VerdictStatus;
  readonly severity: Severity;
  readonly failing: number;
  readonly unknown: number;
  readonly passing: number;
}

const statusOrder: readonly VerdictStatus[] = [
  "fail",
  "unknown",
  "waived",
  "pass",
  "manual",
  "not-applicable",
];

/** Worst first: fails by severity, then what is not known. */
export function compareVerdicts(a: Judged, b: Judged): number {
  return (
    statusOrder.indexOf(a.status) - statusOrder.indexOf(b.status) ||
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    (a.checkId < b.checkId ? -1 : Number(a.checkId > b.checkId))
  );
}

/** The sections that hold verdicts, in the course's order. */
export function areaStates(verdicts: readonly Judged[]): AreaState[] {
  return checkAreas.flatMap((area) => {
    const own = verdicts.filter(({ checkId }) => areaOf(checkId) === area);
    const [worst] = own.toSorted(compareVerdicts);
    if (!worst) return [];
    const count = (status: VerdictStatus) => own.filter((verdict) => verdict.status === status).length;
    const counts = { failing: count("fail"), unknown: count("unknown"), passing: count("pass") };
    return [{ area, status: worst.status, severity: worst.severity, ...counts }];
  });
}
