import type { StreamVerdict } from "@/lib/model/report";
import type { Cause, Subject, Verdict } from "@/lib/model/verdict";
import type { CheckRow, ScoredCheck } from "@/lib/scoring/scored-check";

/** A verdict of `runChecks`. */
export type VerdictOfCheck = Verdict & { readonly checkId: string };

/** Where a stream stands among the subjects of verdicts. */
export interface StreamPlace {
  readonly arn: string;
  readonly accountId: string;
  readonly region: string;
  /** As `keySubjectOf` (lib/checks) says it; undefined: the stream is not encrypted. */
  readonly keySubject: Subject | undefined;
}

/** One check on one stream: the report's `StreamVerdict` before points, gain and finding ids. */
export type VerdictOnStream = ScoredCheck &
  Omit<StreamVerdict, "severity" | "severityRange" | "status" | "causes" | "points" | "gain"> & {
    readonly causes: readonly Cause[];
  };

/** Finds the verdicts that bear on a stream without walking all of them. */
export type VerdictIndex = ReadonlyMap<string, readonly VerdictOfCheck[]>;

export function indexVerdicts(_verdicts: readonly VerdictOfCheck[]): VerdictIndex {
  throw new Error("not built yet");
}

/**
 * What one check says of one stream. Several subjects (two endpoints of the Region) count once: it
 * fails if it fails on one of them, at the heaviest severity; else is unknown if one is; else passes
 * if one passes; else is not applicable.
 */
export function verdictOnStream(
  _check: CheckRow,
  _stream: StreamPlace,
  _index: VerdictIndex,
): VerdictOnStream {
  throw new Error("not built yet");
}
