import { CellPanel } from "@/components/duties/cell-panel";
import type { CellPlace } from "@/components/duties/duty-matrix";
import { dutyActions, dutyWords } from "@/components/duties/duty-words";
import { faceOf } from "@/components/duties/principal-face";
import type { Go, Target } from "@/components/links";
import { AppLink } from "@/components/ui/app-link";
import { AttackerText } from "@/components/ui/attacker-text";
import type { Report, ReportStream } from "@/lib/model/report";
import { loadDutyWay } from "@/lib/server/duty-ways";
import { roleReachByArn } from "@/lib/server/report-index";

interface WhoCellProps {
  readonly report: Report;
  readonly stream: ReportStream;
  readonly place: CellPlace | undefined;
  /** The matrix without an open cell, for a screen that shows the one or the other. */
  readonly back: Target;
  readonly go: Go;
}

/** The place beside the matrix, which is always there so that nothing moves when a mark is chosen. */
export function WhoCell({ report, stream, place, back, go }: WhoCellProps) {
  const cell = stream.duties.find(
    ({ principal, duty }) => principal === place?.principal && duty === place.duty,
  );
  return (
    <div className={`min-w-0 rail:sticky rail:top-4 ${place ? "" : "hidden rail:block"}`}>
      {place && (
        <p className="mb-3 rail:hidden">
          <AppLink to={back}>All principals</AppLink>
        </p>
      )}
      <div className="rounded-md border border-line bg-surface p-4 rail:max-h-[calc(100dvh-32px)] rail:overflow-y-auto">
        {cell && (
          <CellPanel
            face={faceOf(cell.principal, stream.accountId)}
            cell={cell}
            way={loadDutyWay(report, stream, cell)}
            tryIt={go("/policies/try", {
              principal: cell.principal,
              stream: stream.arn,
              action: dutyActions[cell.duty],
            })}
            reach={roleReachByArn(report).get(cell.principal)}
            go={go}
          />
        )}
        {!cell && place && (
          <p>
            <AttackerText>{faceOf(place.principal, stream.accountId).name}</AttackerText> does not hold{" "}
            {dutyWords[place.duty].name.toLowerCase()} on this stream in this scan.
          </p>
        )}
        {!place && (
          <p className="py-8 text-center text-muted">
            Choose a mark to see the way to it: role, policy, statement, conditions and key. The arrow keys go
            from mark to mark.
          </p>
        )}
      </div>
    </div>
  );
}
