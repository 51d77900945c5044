import type { Go } from "@/components/links";
import { StatusMark } from "@/components/status/status-mark";
import { AppLink } from "@/components/ui/app-link";
import { AttackerText } from "@/components/ui/attacker-text";
import { changeMeaning, changeWords } from "@/lib/format/comparison-words";
import { countOf } from "@/lib/format/count-of";
import { severityWords } from "@/lib/format/words";
import type { FindingChange, FindingChangeKind } from "@/lib/model/comparison";
import type { VerdictStatus } from "@/lib/model/verdict";

/** How a finding stands after the change, where that is known. */
const statusOf: Readonly<Partial<Record<FindingChangeKind, VerdictStatus>>> = {
  new: "fail",
  fixed: "pass",
  changed: "fail",
  accepted: "waived",
  reopened: "fail",
  unreadable: "unknown",
  "by-rules-new": "fail",
  "by-rules-changed": "fail",
};

interface ChangeListProps {
  readonly findings: readonly FindingChange[];
  /** Ids of findings that the newest scan has: those have a page. */
  readonly linked: ReadonlySet<string>;
  readonly go: Go;
}

/** What became of findings, grouped by what became of them; each group says what it means. */
export function ChangeList({ findings, linked, go }: ChangeListProps) {
  const kinds = [...new Set(findings.map(({ change }) => change))];
  return (
    <div className="grid gap-5">
      {kinds.map((kind) => (
        <section key={kind} aria-label={changeWords[kind]}>
          <h3 className="font-semibold">{changeWords[kind]}</h3>
          <p className="text-sm text-muted">{changeMeaning[kind]}</p>
          <ul className="mt-2 grid">
            {findings
              .filter(({ change }) => change === kind)
              .map((finding) => (
                <ChangeRow key={`${kind} ${finding.findingId}`} finding={finding} linked={linked} go={go} />
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

interface ChangeRowProps extends Pick<ChangeListProps, "linked" | "go"> {
  readonly finding: FindingChange;
}

function ChangeRow({ finding, linked, go }: ChangeRowProps) {
  const { change, findingId, checkId, severity, label, streams, details } = finding;
  const status = statusOf[change];
  return (
    <li className="grid items-start gap-x-4 gap-y-1 border-t border-line py-2 rail:grid-cols-[132px_112px_minmax(0,1fr)_auto]">
      {status === undefined ? (
        <span className="text-muted">{severityWords[severity]}</span>
      ) : (
        <StatusMark status={status} severity={severity} />
      )}
      <span className="font-mono text-sm text-muted">{checkId}</span>
      <span className="min-w-0">
        <AttackerText>{label}</AttackerText>
        {details.map((detail) => (
          <span key={detail} className="block text-sm text-muted">
            <AttackerText>{detail}</AttackerText>
          </span>
        ))}
      </span>
      <span className="text-sm whitespace-nowrap text-muted">
        {countOf(streams, "stream")}
        {linked.has(findingId) && (
          <>
            {" · "}
            <AppLink to={go("/findings", { check: checkId, open: findingId })}>
              Finding<span className="sr-only"> of {checkId}</span>
            </AppLink>
          </>
        )}
      </span>
    </li>
  );
}
