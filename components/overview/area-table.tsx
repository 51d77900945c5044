import type { Go } from "@/components/links";
import { areaStates } from "@/components/report/area-state";
import { AppLink } from "@/components/ui/app-link";
import { Panel } from "@/components/ui/panel";
import { areaWords } from "@/lib/format/words";
import { checkAreas, type CheckArea } from "@/lib/model/check";
import type { Report } from "@/lib/model/report";

interface AreaCount {
  readonly area: CheckArea;
  readonly passing: number;
  readonly failing: number;
  readonly unknown: number;
}

interface AreaTableProps {
  readonly report: Pick<Report, "streams">;
  readonly go: Go;
}

/** How many streams pass each section of the checklist. */
export function AreaTable({ report, go }: AreaTableProps) {
  const states = report.streams.flatMap(({ verdicts }) => areaStates(verdicts));
  const counts = checkAreas
    .map((area) => ({
      area,
      passing: states.filter((state) => state.area === area && state.status === "pass").length,
      failing: states.filter((state) => state.area === area && state.status === "fail").length,
      unknown: states.filter((state) => state.area === area && state.status === "unknown").length,
    }))
    .filter(({ passing, failing, unknown }) => passing + failing + unknown > 0);
  return (
    <Panel title="By checklist section" aside="Streams that pass">
      <ul className="grid gap-3">
        {counts.map((count) => (
          <AreaRow key={count.area} count={count} go={go} />
        ))}
      </ul>
    </Panel>
  );
}

function AreaRow({
  count: { area, passing, failing, unknown },
  go,
}: {
  readonly count: AreaCount;
  readonly go: Go;
}) {
  const judged = passing + failing + unknown;
  const share = (part: number) => `${(100 * part) / judged}%`;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-1">
      <AppLink to={go("/findings", { area })} className="hover:text-accent hover:underline">
        {areaWords[area]}
      </AppLink>
      <span className="text-sm text-muted">
        {passing} of {judged}
        {unknown > 0 && <span className="text-unknown">, {unknown} unknown</span>}
      </span>
      <svg aria-hidden="true" className="col-span-2 block h-1.5 w-full rounded-full">
        <rect width="100%" height="100%" className="fill-sunken" />
        <rect width={share(passing)} height="100%" className="fill-pass" />
        <rect x={share(passing)} width={share(unknown)} height="100%" fill="url(#hatch)" />
      </svg>
    </li>
  );
}
