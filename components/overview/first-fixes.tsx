import type { Go } from "@/components/links";
import { rankFixes, type Fix } from "@/components/report/rank-fixes";
import { SeverityMark } from "@/components/status/severity-mark";
import { AppLink } from "@/components/ui/app-link";
import { AttackerText } from "@/components/ui/attacker-text";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { countOf } from "@/lib/format/count-of";
import type { Report } from "@/lib/model/report";

const shownMax = 6;

interface FirstFixesProps {
  readonly report: Pick<Report, "findings" | "streams">;
  readonly go: Go;
}

/** The changes that bring most for all streams together. */
export function FirstFixes({ report, go }: FirstFixesProps) {
  const fixes = rankFixes(report);
  return (
    <Panel
      title="Do these first"
      aside={
        fixes.length > 0 && <AppLink to={go("/findings", { status: "fail" })}>All failing findings</AppLink>
      }
      flush
    >
      {fixes.length === 0 ? (
        <EmptyState title="Nothing fails">No check that could be judged fails in this scan.</EmptyState>
      ) : (
        <ol>
          {fixes.slice(0, shownMax).map((fix) => (
            <FixRow key={fix.finding.findingId} fix={fix} go={go} />
          ))}
        </ol>
      )}
    </Panel>
  );
}

function FixRow({ fix, go }: { readonly fix: Fix; readonly go: Go }) {
  const { cause, finding, severity, checkIds, streams, shared } = fix;
  return (
    <li className="grid grid-cols-[48px_minmax(0,1fr)] gap-x-3 border-b border-line px-4 py-2.5 last:border-b-0">
      <Gain fix={fix} />
      <div className="min-w-0">
        <AppLink
          to={go("/findings", { check: finding.checkId, open: finding.findingId }, finding.findingId)}
          className="font-medium hover:text-accent hover:underline"
        >
          <AttackerText>{cause.label}</AttackerText>
        </AppLink>
        <p className="mt-0.5 flex flex-wrap gap-x-3 text-sm text-muted">
          <SeverityMark severity={severity} />
          <span>{countOf(streams, "stream")}</span>
          <span>{checkIds.join(", ")}</span>
          {shared && <span>one of several causes</span>}
        </p>
      </div>
    </li>
  );
}

/** What the mean score gains; where other failures hold it at a cap, that it settles points under the cap. */
function Gain({ fix: { gain } }: { readonly fix: Fix }) {
  if (gain < 0.5)
    return (
      <span
        className="text-sm text-muted"
        title="Another failing check caps the score; this alone does not raise it yet."
      >
        <span aria-hidden="true">capped</span>
        <span className="sr-only">The score stays capped by another check</span>
      </span>
    );
  return (
    <span className="text-lg font-semibold text-accent" title="Rise of the mean score over all streams">
      +{Math.round(gain)}
      <span className="sr-only"> points of the mean score</span>
    </span>
  );
}
