import { severityInk } from "@/components/status/status-mark";
import { Icon } from "@/components/ui/icon";
import { severityWords } from "@/lib/format/words";
import type { Severity } from "@/lib/model/verdict";

/** How heavy something is, without a verdict on it. */
export function SeverityMark({ severity }: { readonly severity: Severity }) {
  return (
    <span
      className={`inline-flex items-center gap-1.5 font-medium whitespace-nowrap ${severityInk[severity]}`}
    >
      <Icon name={severity} />
      {severityWords[severity]}
    </span>
  );
}
