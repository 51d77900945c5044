import type { Target, Go } from "@/components/links";
import { FindingBody } from "@/components/findings/finding-body";
import type { ShownDocument } from "@/components/report/cause-list";
import { StatusMark } from "@/components/status/status-mark";
import { AppLink } from "@/components/ui/app-link";
import { AttackerText } from "@/components/ui/attacker-text";
import { countOf } from "@/lib/format/count-of";
import { scopeWords } from "@/lib/format/words";
import type { FindingAge } from "@/lib/model/history";
import type { Finding, ReportStream } from "@/lib/model/report";

interface FindingRowProps {
  readonly finding: Finding;
  /** What it opens to; undefined while it is closed. */
  readonly opened:
    | {
        readonly streams: readonly ReportStream[];
        readonly documents: readonly ShownDocument[];
        readonly age: FindingAge | undefined;
      }
    | undefined;
  /** The page with this finding opened, or closed again. */
  readonly toggle: Target;
  readonly go: Go;
}

/** One finding; its address opens it, so that it can be handed on. */
export function FindingRow({ finding, opened, toggle, go }: FindingRowProps) {
  const { findingId, status, severity, cause } = finding;
  return (
    <li id={findingId} className="scroll-mt-4 border-b border-line last:border-b-0">
      <div className="grid gap-x-4 gap-y-1 px-4 py-2.5 hover:bg-sunken/40 rail:grid-cols-[136px_minmax(0,1fr)_auto]">
        <StatusMark status={status} severity={severity} />
        <AppLink
          to={toggle}
          keepScroll
          current={opened ? "true" : undefined}
          className="min-w-0 hover:text-accent hover:underline aria-[current]:font-medium"
        >
          <AttackerText>{cause.label}</AttackerText>
          <span className="sr-only">{opened ? " (opened)" : ""}</span>
        </AppLink>
        <span className="text-sm whitespace-nowrap text-muted">{reachWords(finding)}</span>
      </div>
      {opened && <FindingBody finding={finding} {...opened} isNewest go={go} />}
    </li>
  );
}

/** What a check of streams says of the account itself is no stream's. */
function reachWords({ streams, subjects: [subject] }: Finding): string {
  return streams === 0 && subject
    ? `about ${scopeWords[subject.scope]}`
    : `affects ${countOf(streams, "stream")}`;
}
