import type { Go } from "@/components/links";
import { titleOf, type CheckInfo } from "@/components/check-info";
import { compareVerdicts } from "@/components/report/area-state";
import { StatusMark } from "@/components/status/status-mark";
import { AppLink } from "@/components/ui/app-link";
import { areaWords } from "@/lib/format/words";
import { areaOf, checkAreas, type CheckArea } from "@/lib/model/check";
import type { StreamVerdict } from "@/lib/model/report";

interface VerdictListProps {
  readonly verdicts: readonly StreamVerdict[];
  readonly checks: readonly CheckInfo[];
  readonly selected: string | undefined;
  readonly pathname: string;
  readonly go: Go;
}

/** The checklist of a stream by the course's sections; the choice stands in the address. */
export function VerdictList({ verdicts, checks, selected, pathname, go }: VerdictListProps) {
  const areas = checkAreas.flatMap((area) => {
    const own = verdicts.filter(({ checkId }) => areaOf(checkId) === area);
    return own.length === 0 ? [] : [{ area, own }];
  });
  return (
    <nav aria-label="Checklist" className="grid gap-4">
      {areas.map(({ area, own }) => (
        <section key={area} aria-labelledby={`area-${area}`}>
          <AreaHead area={area} verdicts={own} />
          <ul className="mt-1">
            {own.toSorted(compareVerdicts).map((verdict) => (
              <li key={verdict.checkId}>
                <AppLink
                  to={go(pathname, { check: verdict.checkId })}
                  keepScroll
                  current={verdict.checkId === selected ? "true" : undefined}
                  className="grid grid-cols-[16px_minmax(0,1fr)_auto] gap-x-2 rounded-md px-2 py-1.5 hover:bg-sunken aria-[current]:bg-sunken aria-[current]:font-medium"
                >
                  <span className="mt-0.5">
                    <StatusMark status={verdict.status} severity={verdict.severity} compact />
                  </span>
                  <span className={verdict.status === "not-applicable" ? "text-muted" : ""}>
                    {titleOf(checks, verdict.checkId)}
                  </span>
                  <Points points={verdict.points} />
                </AppLink>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

function AreaHead({
  area,
  verdicts,
}: {
  readonly area: CheckArea;
  readonly verdicts: readonly StreamVerdict[];
}) {
  const passing = verdicts.filter(({ status }) => status === "pass").length;
  const judged = verdicts.filter(
    ({ status }) => status === "pass" || status === "fail" || status === "unknown",
  ).length;
  return (
    <div className="flex items-baseline justify-between gap-3 px-2">
      <h3 id={`area-${area}`} className="font-semibold">
        {areaWords[area]}
      </h3>
      {judged > 0 && (
        <span className="text-sm text-muted">
          {passing} of {judged}
        </span>
      )}
    </div>
  );
}

function Points({ points }: { readonly points: number }) {
  if (points === 0) return <span />;
  return (
    <span className="text-sm text-muted">
      −{points}
      <span className="sr-only"> points</span>
    </span>
  );
}
