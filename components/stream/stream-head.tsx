import { ScoreBar } from "@/components/score/score-bar";
import { GradeBadge, scoreWords } from "@/components/score/score-line";
import { ObservedValue } from "@/components/status/observed-value";
import { EncryptionCell } from "@/components/streams/encryption-cell";
import { Capacity } from "@/components/streams/stream-table";
import { CopyArn } from "@/components/ui/copy-arn";
import { Facts } from "@/components/ui/facts";
import { TimeAgo } from "@/components/ui/time-ago";
import { countOf } from "@/lib/format/count-of";
import { formatHours } from "@/lib/format/hours";
import { environmentWords } from "@/lib/format/words";
import { ofEarlier, type Earlier, type EarlierStream } from "@/lib/model/earlier";
import type { ReportKey, ReportStream } from "@/lib/model/report";

interface StreamHeadProps {
  readonly stream: ReportStream;
  readonly keys: readonly ReportKey[];
  readonly earlier: Earlier<EarlierStream> | undefined;
  readonly now: Date;
}

/** What a stream is: its score and the facts that everything below rests on. */
export function StreamHead({ stream, keys, earlier, now }: StreamHeadProps) {
  const { facts, environment } = stream;
  const was = ofEarlier(earlier, (found) => found.facts);
  return (
    <div className="grid gap-x-8 gap-y-4 rounded-md border border-line bg-surface p-4 rail:grid-cols-[240px_minmax(0,1fr)]">
      <StreamScore score={stream.score} />
      <Facts
        layout="wide"
        facts={[
          { name: "Encryption", value: <EncryptionCell facts={facts} keys={keys} earlier={earlier} /> },
          {
            name: "Environment",
            value: (
              <>
                {environmentWords[environment.name]}{" "}
                <span className="block text-muted">{environment.because}</span>
              </>
            ),
          },
          {
            name: "Retention",
            value: (
              <ObservedValue of={facts.retentionHours} earlier={ofEarlier(was, (of) => of.retentionHours)}>
                {formatHours}
              </ObservedValue>
            ),
          },
          { name: "Capacity", value: <Capacity facts={facts} earlier={was} /> },
          {
            name: "Consumers",
            value: (
              <ObservedValue of={facts.consumers} earlier={ofEarlier(was, (of) => of.consumers)}>
                {(consumers) => countOf(consumers.length, "registered consumer")}
              </ObservedValue>
            ),
          },
          {
            name: "Resource policy",
            value: (
              <ObservedValue of={facts.resourcePolicy} earlier={ofEarlier(was, (of) => of.resourcePolicy)}>
                {(has) => (has ? "Attached" : "None")}
              </ObservedValue>
            ),
          },
          {
            name: "Created",
            value: (
              <ObservedValue of={facts.createdAt} earlier={ofEarlier(was, (of) => of.createdAt)}>
                {(at) => <TimeAgo at={at} now={now} />}
              </ObservedValue>
            ),
          },
          { name: "ARN", value: <CopyArn text={stream.arn} lengthMax={40} /> },
        ]}
      />
    </div>
  );
}

function StreamScore({ score }: Pick<ReportStream, "score">) {
  if (!score) return <p className="text-muted">— not scored: no check that counts could be judged.</p>;
  const { worst, best, grade, cap } = score;
  return (
    <div>
      <p className="flex items-baseline gap-2">
        <span className="sr-only">Score {scoreWords(score)}</span>
        <span aria-hidden="true" className="text-figure font-semibold tracking-tight">
          {worst}
        </span>
        <span aria-hidden="true" className="text-muted">
          {best > worst && <>to {best} </>}of 100
        </span>
        <span className="ms-auto self-center">
          <GradeBadge grade={grade} />
        </span>
      </p>
      <div className="mt-2">
        <ScoreBar score={score} />
      </div>
      {cap && (
        <p className="mt-2 text-sm text-muted">
          Held at {cap.at} by {cap.checkIds.join(", ")}.
        </p>
      )}
    </div>
  );
}
