import { titleOf, type CheckInfo } from "@/components/check-info";
import type { Go } from "@/components/links";
import { StatusMark } from "@/components/status/status-mark";
import { AppLink } from "@/components/ui/app-link";
import { AttackerText } from "@/components/ui/attacker-text";
import { Panel } from "@/components/ui/panel";
import type { Finding } from "@/lib/model/report";

interface PolicyFindingsProps {
  readonly findings: readonly Finding[];
  readonly checks: readonly CheckInfo[];
  readonly go: Go;
}

/** What the checks found in one document. */
export function PolicyFindings({ findings, checks, go }: PolicyFindingsProps) {
  return (
    <Panel title={findings.length === 0 ? "No findings" : "Findings"}>
      {findings.length === 0 ? (
        <p className="text-muted">No check of this set found anything in this document.</p>
      ) : (
        <ul className="grid gap-3">
          {findings.map(({ findingId, checkId, status, severity, cause }) => (
            <li key={findingId}>
              <p className="flex flex-wrap gap-x-3 text-sm">
                <StatusMark status={status} severity={severity} />
                <span className="font-mono text-muted">{checkId}</span>
              </p>
              <p>
                <AttackerText>{cause.label}</AttackerText>
              </p>
              <p className="text-sm text-muted">
                Against “{titleOf(checks, checkId)}”,{" "}
                {(cause.document?.statements ?? []).length === 0
                  ? "by the document as a whole"
                  : `by statement ${(cause.document?.statements ?? []).map((index) => index + 1).join(", ")}`}
                .{" "}
                <AppLink to={go("/findings", { check: checkId, open: findingId }, findingId)}>
                  Finding
                </AppLink>
              </p>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
