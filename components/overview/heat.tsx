import { placesAmong } from "@/components/streams/stream-place";
import type { Go } from "@/components/links";
import { streamPath } from "@/components/links";
import { AreaStrip, AreaStripHead } from "@/components/report/area-strip";
import { areasOf } from "@/components/report/areas-of";
import { ScoreLine } from "@/components/score/score-line";
import { AppLink } from "@/components/ui/app-link";
import { AttackerText } from "@/components/ui/attacker-text";
import { Panel } from "@/components/ui/panel";
import type { Report } from "@/lib/model/report";

const shownMax = 12;

interface HeatProps {
  readonly report: Pick<Report, "streams">;
  readonly go: Go;
}

/** The streams with the lowest scores, a cell for each section. */
export function Heat({ report, go }: HeatProps) {
  const areas = areasOf(report);
  const lowest = report.streams
    .toSorted(
      (a, b) => (a.score?.worst ?? 101) - (b.score?.worst ?? 101) || a.name.localeCompare(b.name, "en"),
    )
    .slice(0, shownMax);
  const placeOf = placesAmong(lowest);
  return (
    <Panel
      title="Lowest streams"
      aside={<AppLink to={go("/streams")}>All {report.streams.length}</AppLink>}
      flush
    >
      <div className="hidden justify-end border-b border-line px-4 py-1.5 rail:flex">
        <AreaStripHead areas={areas} />
      </div>
      <ul>
        {lowest.map((stream) => (
          <li
            key={stream.arn}
            className="grid items-center gap-x-4 gap-y-1.5 border-b border-line px-4 py-2 last:border-b-0 rail:grid-cols-[minmax(0,1fr)_160px_auto]"
          >
            <AppLink
              to={go(streamPath(stream))}
              className="min-w-0 font-medium hover:text-accent hover:underline"
            >
              <AttackerText>{stream.name}</AttackerText>{" "}
              <span className="text-sm font-normal text-muted">{placeOf(stream)}</span>
            </AppLink>
            <ScoreLine score={stream.score} />
            <AreaStrip verdicts={stream.verdicts} areas={areas} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
