import { scaleLinear, scaleUtc } from "d3-scale";
import { area, line } from "d3-shape";
import { formatUtc } from "@/lib/format/utc-time";

/** A score at a time, or none. */
interface TrendPoint {
  readonly scanId: string;
  readonly at: string;
  readonly score: { readonly worst: number; readonly best: number } | null;
}

const size = { width: 360, height: 110, left: 30, right: 8, top: 8, bottom: 8 };
const gridLines = [0, 40, 60, 75, 90];

interface ScoreTrendProps {
  readonly points: readonly TrendPoint[];
  readonly label: string;
}

/** A score over time: a line for `worst`, a band up to `best`. The table under it says the same. */
export function ScoreTrend({ points, label }: ScoreTrendProps) {
  return (
    <figure className="grid gap-2">
      <TrendLines points={points} label={label} />
      <details>
        <summary className="cursor-pointer text-sm text-muted">As a table</summary>
        <table className="rows mt-1">
          <caption className="sr-only">{label}</caption>
          <thead>
            <tr>
              <th scope="col">Scan</th>
              <th scope="col">Score</th>
            </tr>
          </thead>
          <tbody>
            {points.toReversed().map(({ scanId, at, score }) => (
              <tr key={scanId}>
                <th scope="row">{formatUtc(at)}</th>
                <td>{score ? wordsOf(score) : "not scored"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

interface Scored {
  readonly at: Date;
  readonly worst: number;
  readonly best: number;
}

function TrendLines({ points, label }: ScoreTrendProps) {
  const scored = points.flatMap(({ at, score }): Scored[] => (score ? [{ at: new Date(at), ...score }] : []));
  const instants = scored.map(({ at }) => at.getTime());
  const x = scaleUtc(
    [Math.min(...instants), Math.max(...instants)],
    [size.left + 4, size.width - size.right],
  );
  const y = scaleLinear([0, 100], [size.height - size.bottom, size.top]);
  const xOf = ({ at }: Scored) => x(at);
  const yOf = ({ worst }: Scored) => y(worst);
  const band = area(xOf, yOf, ({ best }: Scored) => y(best))(scored);
  return (
    <svg
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={label}
      className="w-full max-w-[480px]"
    >
      {gridLines.map((score) => (
        <g key={score}>
          <line
            x1={size.left}
            x2={size.width - size.right}
            y1={y(score)}
            y2={y(score)}
            className="stroke-line"
          />
          <text
            x={size.left - 6}
            y={y(score)}
            dy="0.32em"
            textAnchor="end"
            className="fill-muted text-[10px]"
          >
            {score}
          </text>
        </g>
      ))}
      <path d={band ?? ""} fill="url(#hatch)" />
      <path d={line(xOf, yOf)(scored) ?? ""} fill="none" strokeWidth={2} className="stroke-ink" />
      {scored.map((point) => (
        <circle key={point.at.getTime()} cx={xOf(point)} cy={yOf(point)} r={3} className="fill-ink" />
      ))}
    </svg>
  );
}

function wordsOf({ worst, best }: NonNullable<TrendPoint["score"]>): string {
  return best > worst ? `${worst} to ${best}` : String(worst);
}
