import { placesAmong } from "@/components/streams/stream-place";
import { countHolders, type HolderCount } from "@/components/duties/data-holders";
import { dutyWords } from "@/components/duties/duty-words";
import { whoOf } from "@/components/duties/who-rows";
import { HolderFigure } from "@/components/duties/holder-count";
import { streamPath, type Go } from "@/components/links";
import { AppLink } from "@/components/ui/app-link";
import { AttackerText } from "@/components/ui/attacker-text";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { countOf } from "@/lib/format/count-of";
import { duties, type Duty } from "@/lib/model/duty";
import type { Report, ReportStream } from "@/lib/model/report";

const shownMax = 12;

interface DutyHeatProps {
  readonly report: Pick<Report, "streams" | "administrators">;
  readonly go: Go;
}

/** How many principals hold each duty on the streams that most can do something to, administrators aside. */
export function DutyHeat({ report: { streams, administrators }, go }: DutyHeatProps) {
  const shown = streams
    .toSorted((a, b) => b.duties.length - a.duties.length || a.name.localeCompare(b.name, "en"))
    .slice(0, shownMax);
  const placeOf = placesAmong(shown);
  const isEmpty = streams.every((stream) => stream.duties.length + stream.dutyGaps.length === 0);
  return (
    <Panel title="Who can do what" aside={asideOf(administrators, go)} flush>
      {isEmpty ? (
        <EmptyState title="Nobody but administrators">
          No policy that could be read lets anybody else do anything to a stream.
        </EmptyState>
      ) : (
        <div className="relative overflow-x-auto">
          <table className="w-full border-collapse text-sm">
            <caption className="sr-only">How many principals hold each duty on a stream</caption>
            <thead>
              <tr className="border-b border-line text-xs text-muted">
                <th scope="col" className="px-4 py-2 text-start align-bottom font-medium">
                  Stream
                </th>
                {duties.map((duty) => (
                  <th key={duty} scope="col" className="px-1 py-2 align-bottom font-medium">
                    {dutyWords[duty].name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((stream) => (
                <HeatRow
                  key={stream.arn}
                  stream={stream}
                  place={placeOf(stream)}
                  administrators={administrators}
                  go={go}
                />
              ))}
            </tbody>
          </table>
          <Unread count={countUnread(shown, administrators)} go={go} />
        </div>
      )}
    </Panel>
  );
}

/** They would stand in every cell: who they are is said once. */
function Unread({ count, go }: { readonly count: number; readonly go: Go }) {
  if (count === 0) return null;
  return (
    <p className="border-t border-line px-4 py-2 text-sm text-unknown">
      <AppLink to={go("/principals", { holds: "unknown" })} className="hover:underline">
        {countOf(count, "principal")} whose policies could not be read may hold any of these besides
      </AppLink>
    </p>
  );
}

function countUnread(streams: readonly ReportStream[], administrators: Report["administrators"]): number {
  const unread = streams.flatMap((stream) => whoOf(stream, administrators).unread);
  return new Set(unread.map(({ arn }) => arn)).size;
}

function asideOf(administrators: Report["administrators"], go: Go) {
  if (administrators.length === 0) return "How many principals";
  return (
    <>
      How many principals,{" "}
      <AppLink to={go("/principals", { holds: "administrator" })}>
        {administrators.length} administrators
      </AppLink>{" "}
      aside
    </>
  );
}

interface HeatRowProps extends Pick<DutyHeatProps, "go"> {
  readonly stream: ReportStream;
  readonly place: string;
  readonly administrators: Report["administrators"];
}

function HeatRow({ stream, place, administrators, go }: HeatRowProps) {
  const { ordinary } = whoOf(stream, administrators);
  return (
    <tr className="border-b border-line last:border-b-0">
      <th scope="row" className="min-w-36 px-4 py-1 text-start font-medium">
        <AppLink
          to={go(streamPath(stream), { tab: "who" })}
          className="text-ink hover:text-accent hover:underline"
        >
          <AttackerText>{stream.name}</AttackerText>
        </AppLink>{" "}
        <span className="font-normal text-muted">{place}</span>
        {stream.dutyGaps.length > 0 && (
          <span className="block text-xs text-unknown">not all could be read</span>
        )}
      </th>
      {duties.map((duty) => (
        <HeatCell
          key={duty}
          duty={duty}
          count={countHolders(ordinary, duty)}
          to={go(streamPath(stream), { tab: "who", holds: duty })}
        />
      ))}
    </tr>
  );
}

/** Steps of one neutral: the more hold a duty, the darker. Colour is kept for what is not known. */
const shades = ["", "bg-ink/5", "bg-ink/10", "bg-ink/15", "bg-ink/20"] as const;

interface HeatCellProps {
  readonly duty: Duty;
  readonly count: HolderCount;
  readonly to: ReturnType<Go>;
}

function HeatCell({ duty, count, to }: HeatCellProps) {
  const shade = shades[Math.min(shades.length - 1, Math.ceil(Math.sqrt(count.held)))];
  if (count.held + count.unknown === 0)
    return (
      <td className="px-1 py-1 text-center text-muted">
        <span aria-hidden="true">·</span>
        <span className="sr-only">Nobody</span>
      </td>
    );
  const link = (
    <AppLink
      to={to}
      label={`${dutyWords[duty].name}: ${holderWords(count)}`}
      className={`grid min-h-7 min-w-12 place-items-center rounded-sm hover:outline-1 hover:outline-accent ${shade}`}
    >
      <span>
        <HolderFigure count={count} isOpen={false} />
      </span>
    </AppLink>
  );
  return <td className="p-0.5 text-center">{link}</td>;
}

function holderWords({ held, unknown }: HolderCount): string {
  return unknown === 0 ? countOf(held, "principal") : `${countOf(held, "principal")}, ${unknown} unknown`;
}
