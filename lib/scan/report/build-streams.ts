import { keySubjectOf } from "@/lib/kinesis/key-subject";
import type { DerivedOf, CheckedVerdict } from "@/lib/checks/run-checks";
import type { Check } from "@/lib/model/check";
import type { ReportStream } from "@/lib/model/report";
import type { AuditSettings } from "@/lib/model/settings";
import type { RegionSnapshot, Snapshot } from "@/lib/model/snapshot";
import type { Stream } from "@/lib/model/stream";
import type { StreamAccess } from "@/lib/model/stream-access";
import { dutiesOn } from "@/lib/scan/report/duties-on";
import type { CausesOf } from "@/lib/scan/report/report-causes";
import { factsOf } from "@/lib/scan/report/stream-facts";
import { toStreamVerdict } from "@/lib/scan/report/stream-verdict";
import { environmentOf } from "@/lib/scoring/environment";
import { scoreStream } from "@/lib/scoring/score-stream";
import type { ScoredStream } from "@/lib/scoring/score-stream";
import { indexVerdicts, verdictOnStream } from "@/lib/scoring/verdict-on-stream";
import type { Waive } from "@/lib/scoring/verdict-on-stream";

export interface BuiltStream {
  readonly arn: string;
  readonly scored: ScoredStream;
  readonly stream: ReportStream;
}

interface StreamsOptions {
  readonly snapshot: Snapshot;
  readonly settings: AuditSettings;
  readonly checks: readonly Check[];
  readonly verdicts: readonly CheckedVerdict[];
  readonly causesOf: CausesOf;
  readonly derivedOf: DerivedOf;
  readonly waive: Waive | undefined;
}

/** Every stream that was listed, in the order of their ARNs, with what each check says of it. */
export function buildStreams({
  snapshot,
  settings,
  checks,
  verdicts,
  causesOf,
  derivedOf,
  waive,
}: StreamsOptions): BuiltStream[] {
  const index = indexVerdicts(verdicts);

  const build = (stream: Stream, place: RegionSnapshot, access: StreamAccess): BuiltStream => {
    const { arn, name, accountId, region } = stream;
    const environment = environmentOf(stream, settings);
    const keySubject = keySubjectOf(stream, place);
    const onStream = checks.map((check) =>
      verdictOnStream(check, { arn, accountId, region, keySubject }, index, waive),
    );
    const scored = scoreStream(onStream, environment.name);
    const streamVerdicts = onStream.map((verdict, each) =>
      toStreamVerdict(verdict, scored.shares[each], { environment, accountId }, causesOf),
    );
    const { score } = scored;
    const facts = factsOf(stream, place);
    const duties = dutiesOn(stream, access);
    return {
      arn,
      scored,
      stream: {
        arn,
        name,
        region,
        accountId,
        environment,
        score,
        facts,
        ...duties,
        verdicts: streamVerdicts,
      },
    };
  };

  return snapshot.accounts
    .flatMap((account) => {
      const { access } = derivedOf(account);
      return account.regions.flatMap((place) =>
        place.streams.known ? place.streams.value.map((stream) => build(stream, place, access)) : [],
      );
    })
    .toSorted((one, other) => (one.arn < other.arn ? -1 : 1));
}
