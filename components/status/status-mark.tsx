import { Icon } from "@/components/ui/icon";
import type { IconName } from "@/components/ui/icon-sprite";
import { severityWords, statusWords } from "@/lib/format/words";
import type { Severity, VerdictStatus } from "@/lib/model/verdict";

export const severityInk: Readonly<Record<Severity, string>> = {
  critical: "text-critical",
  high: "text-high",
  medium: "text-medium",
  low: "text-low",
};

const statusInk: Readonly<Record<Exclude<VerdictStatus, "fail">, string>> = {
  pass: "text-pass",
  unknown: "text-unknown",
  "not-applicable": "text-muted",
  manual: "text-muted",
  waived: "text-waived",
};

/** The look of a status: a fail looks as severe as it is. */
function lookOf(status: VerdictStatus, severity: Severity): { icon: IconName; ink: string } {
  return status === "fail"
    ? { icon: severity, ink: severityInk[severity] }
    : { icon: status, ink: statusInk[status] };
}

interface StatusMarkProps {
  readonly status: VerdictStatus;
  readonly severity: Severity;
  /** Only the drawing is shown; the words are still said. */
  readonly compact?: boolean;
}

/** Icon, word and colour of a verdict, the same everywhere. */
export function StatusMark({ status, severity, compact = false }: StatusMarkProps) {
  const { icon, ink } = lookOf(status, severity);
  const words = status === "fail" ? `Fail, ${severityWords[severity].toLowerCase()}` : statusWords[status];
  return (
    <span className={`inline-flex items-center gap-1.5 whitespace-nowrap ${ink}`}>
      <Icon name={icon} />
      <span className={compact ? "sr-only" : "font-medium"}>{words}</span>
    </span>
  );
}
