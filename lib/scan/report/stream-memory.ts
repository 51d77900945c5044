import { keySubjectOf } from "@/lib/kinesis/key-subject";
import { once } from "@/lib/kinesis/access/once";
import type { DerivedOf } from "@/lib/checks/check-memory";
import type { Check } from "@/lib/model/check";
import type { ReportStream, StreamVerdict } from "@/lib/model/report";
import type { RegionSnapshot, Snapshot } from "@/lib/model/snapshot";
import type { Stream } from "@/lib/model/stream";
import type { StreamAccess } from "@/lib/model/stream-access";
import { dutiesOn } from "@/lib/scan/report/duties-on";
import type { CausesOf } from "@/lib/scan/report/report-causes";
import { factsOf } from "@/lib/scan/report/stream-facts";
import { createStreamTexts, type StreamTexts } from "@/lib/scan/report/stream-texts";
import { toStreamVerdict } from "@/lib/scan/report/stream-verdict";
import { remembered } from "@/lib/scoring/remembered";
import { verdictsOnStreams } from "@/lib/scoring/verdict-on-stream";
import type { StreamPlace, VerdictOfCheck, VerdictOnStream, Waive } from "@/lib/scoring/verdict-on-stream";
import { isLowered, type Weighting } from "@/lib/scoring/weight";

/** A stream, with what a report says of it whatever is declared. */
interface StreamRow {
  readonly stream: Stream;
  readonly place: StreamPlace;
  readonly parts: Pick<ReportStream, "facts" | "duties" | "dutyGaps">;
}

/** One check on every stream. */
interface StreamColumn {
  /** In the order of the rows. */
  readonly onStreams: readonly VerdictOnStream[];
  /** As it weighs where it costs the stream nothing. */
  readonly weighed: (verdict: VerdictOnStream, weighting: Weighting, accountId: string) => StreamVerdict;
}

/**
 * What building the streams of one snapshot again can take from the last time: a large account has many hundred
 * thousand verdicts on streams, and a changed setting concerns the columns of a few checks.
 */
export interface StreamMemory {
  /** Every stream that was listed, in the order of their ARNs. */
  readonly rows: () => readonly StreamRow[];
  /** @param verdicts those of the check */
  readonly column: (check: Check, verdicts: readonly VerdictOfCheck[], waive?: Waive) => StreamColumn;
  readonly texts: StreamTexts;
}

interface MemoryOptions {
  readonly snapshot: Snapshot;
  readonly derivedOf: DerivedOf;
  readonly causesOf: CausesOf;
}

interface KeptColumn extends StreamColumn {
  readonly verdicts: readonly VerdictOfCheck[];
}

export function createStreamMemory({ snapshot, derivedOf, causesOf }: MemoryOptions): StreamMemory {
  const rows = once(() => rowsOf(snapshot, derivedOf));
  const places = once(() => rows().map(({ place }) => place));
  const kept = new Map<Check, KeptColumn>();
  const build = (check: Check, verdicts: readonly VerdictOfCheck[], waive?: Waive): StreamColumn => ({
    onStreams: verdictsOnStreams(check, verdicts, places(), waive),
    weighed: weighOnce(check, causesOf),
  });
  return {
    rows,
    column: (check, verdicts, waive) => {
      const before = kept.get(check);
      const isSame = before !== undefined && areSame(before.verdicts, verdicts);
      if (isSame && !(waive && verdicts.some(({ status }) => status === "fail"))) return before;
      if (waive) return build(check, verdicts, waive);
      const column = { verdicts, ...build(check, verdicts) };
      kept.set(check, column);
      return column;
    },
    texts: createStreamTexts(),
  };
}

function rowsOf({ accounts }: Snapshot, derivedOf: DerivedOf): StreamRow[] {
  const rows = accounts.flatMap((account) => {
    const { access } = derivedOf(account);
    const rowsIn = (region: RegionSnapshot) =>
      region.streams.known ? region.streams.value.map((stream) => rowOf(stream, region, access)) : [];
    return account.regions.flatMap(rowsIn);
  });
  return rows.toSorted((one, other) => (one.stream.arn < other.stream.arn ? -1 : 1));
}

function rowOf(stream: Stream, region: RegionSnapshot, access: StreamAccess): StreamRow {
  const { arn, accountId } = stream;
  return {
    stream,
    place: { arn, accountId, region: stream.region, keySubject: keySubjectOf(stream, region) },
    parts: { facts: factsOf(stream, region), ...dutiesOn(stream, access) },
  };
}

function weighOnce(check: Check, causesOf: CausesOf): StreamColumn["weighed"] {
  const listed = new Map<VerdictOnStream, StreamVerdict>();
  const known = { listed, lowered: isLowered(check) ? new Map<VerdictOnStream, StreamVerdict>() : listed };
  return (verdict, weighting, accountId) =>
    remembered(known[weighting], verdict, () => toStreamVerdict(verdict, weighting, accountId, causesOf));
}

function areSame(some: readonly VerdictOfCheck[], others: readonly VerdictOfCheck[]): boolean {
  return some.length === others.length && some.every((verdict, at) => verdict === others[at]);
}
