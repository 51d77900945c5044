import { placesAmong } from "@/components/streams/stream-place";
import { countHolders } from "@/components/duties/data-holders";
import { whoOf } from "@/components/duties/who-rows";
import { HolderFigure } from "@/components/duties/holder-count";
import { streamPath, type Go, type Target } from "@/components/links";
import { AreaStrip, AreaStripHead } from "@/components/report/area-strip";
import { ScoreLine } from "@/components/score/score-line";
import { ObservedValue } from "@/components/status/observed-value";
import { EncryptionCell } from "@/components/streams/encryption-cell";
import { AppLink } from "@/components/ui/app-link";
import { AttackerText } from "@/components/ui/attacker-text";
import { SortHead } from "@/components/ui/sort-head";
import { formatHours } from "@/lib/format/hours";
import { environmentWords } from "@/lib/format/words";
import type { CheckArea } from "@/lib/model/check";
import { ofEarlier, type Earlier } from "@/lib/model/earlier";
import type { Report, ReportStream } from "@/lib/model/report";

export interface StreamOrder {
  readonly sort: string;
  readonly dir: "asc" | "desc";
  readonly to: (sort: string) => Target;
}

interface StreamTableProps {
  readonly streams: readonly ReportStream[];
  readonly keys: Report["keys"];
  readonly administrators: Report["administrators"];
  readonly areas: readonly CheckArea[];
  readonly order: StreamOrder;
  readonly go: Go;
}

/** One row a stream. */
export function StreamTable({ streams, keys, administrators, areas, order, go }: StreamTableProps) {
  const placeOf = placesAmong(streams);
  const head = (name: string, sort: string) => (
    <SortHead name={name} sorted={order.sort === sort ? order.dir : undefined} to={order.to(sort)} />
  );
  return (
    <table className="rows">
      <caption className="sr-only">Data streams</caption>
      <thead>
        <tr>
          {head("Stream", "name")}
          {head("Score", "score")}
          <th scope="col">
            <span className="sr-only">Sections</span>
            <AreaStripHead areas={areas} />
          </th>
          {head("Encryption", "encryption")}
          {head("Environment", "environment")}
          {head("Retention", "retention")}
          {head("Capacity", "shards")}
          <th scope="col" title="Principals that can read or write, administrators aside">
            Who
          </th>
          <th scope="col">Consumers</th>
        </tr>
      </thead>
      <tbody>
        {streams.map((stream) => (
          <StreamRow
            key={stream.arn}
            stream={stream}
            place={placeOf(stream)}
            keys={keys}
            administrators={administrators}
            areas={areas}
            go={go}
          />
        ))}
      </tbody>
    </table>
  );
}

type StreamRowProps = Pick<StreamTableProps, "keys" | "administrators" | "areas" | "go"> & {
  readonly stream: ReportStream;
  readonly place: string;
};

function StreamRow({ stream, place, keys, administrators, areas, go }: StreamRowProps) {
  const { facts, environment } = stream;
  const who = whoOf(stream, administrators);
  return (
    <tr>
      <th scope="row" className="rail:min-w-48">
        <AppLink to={go(streamPath(stream))} className="text-ink hover:text-accent hover:underline">
          <AttackerText>{stream.name}</AttackerText>
        </AppLink>
        <span className="block font-normal text-muted">{place}</span>
      </th>
      <td className="rail:min-w-36">
        <ScoreLine score={stream.score} />
      </td>
      <td>
        <AreaStrip verdicts={stream.verdicts} areas={areas} />
      </td>
      <td className="wide-only rail:min-w-36">
        <EncryptionCell facts={facts} keys={keys} />
      </td>
      <td className="wide-only whitespace-nowrap" title={environment.because}>
        {environmentWords[environment.name]}
      </td>
      <td className="wide-only whitespace-nowrap">
        <ObservedValue of={facts.retentionHours} brief>
          {formatHours}
        </ObservedValue>
      </td>
      <td className="wide-only whitespace-nowrap">
        <Capacity facts={facts} />
      </td>
      <td className="wide-only whitespace-nowrap">
        <AppLink
          to={go(streamPath(stream), { tab: "who" })}
          className="text-ink hover:text-accent hover:underline"
        >
          <HolderFigure
            count={countHolders([...who.ordinary, ...who.unread], "produce", "consume")}
            isOpen={stream.dutyGaps.length > 0}
          />
        </AppLink>
      </td>
      <td className="wide-only">
        <ObservedValue of={facts.consumers} brief>
          {(consumers) => consumers.length}
        </ObservedValue>
      </td>
    </tr>
  );
}

interface CapacityProps {
  readonly facts: Pick<ReportStream["facts"], "mode" | "shards">;
  readonly earlier?: Earlier<CapacityProps["facts"]> | undefined;
}

export function Capacity({ facts: { mode, shards }, earlier }: CapacityProps) {
  return (
    <>
      <ObservedValue of={mode} brief earlier={ofEarlier(earlier, (was) => was.mode)}>
        {(value) => (value === "on-demand" ? "On-demand" : "Provisioned")}
      </ObservedValue>
      <div className="text-muted">
        <ObservedValue of={shards} brief earlier={ofEarlier(earlier, (was) => was.shards)}>
          {(count) => `${count} ${count === 1 ? "shard" : "shards"}`}
        </ObservedValue>
      </div>
    </>
  );
}
