import type { Go } from "@/components/links";
import { severityInk } from "@/components/status/status-mark";
import { AppLink } from "@/components/ui/app-link";
import { Icon } from "@/components/ui/icon";
import type { IconName } from "@/components/ui/icon-sprite";
import { formatCount } from "@/lib/format/count-of";
import { severityWords } from "@/lib/format/words";
import type { Report } from "@/lib/model/report";
import { severities } from "@/lib/model/verdict";

interface TotalsProps {
  readonly report: Pick<Report, "totals" | "findings">;
  readonly go: Go;
}

/** How much there is of what; every number leads to its list. */
export function Totals({ report: { totals, findings }, go }: TotalsProps) {
  const unknown = findings.filter(({ status }) => status === "unknown").length;
  return (
    <ul className="grid grid-cols-2 gap-px overflow-clip rounded-md border border-line bg-line rail:grid-cols-3">
      <Figure name="Streams" count={totals.streams} icon="streams" ink="text-ink" to={go("/streams")} />
      {severities.map((severity) => (
        <Figure
          key={severity}
          name={severityWords[severity]}
          count={totals.bySeverity[severity] ?? 0}
          icon={severity}
          ink={severityInk[severity]}
          to={go("/findings", { status: "fail", severity })}
        />
      ))}
      <Figure
        name="Unknown"
        count={unknown}
        icon="unknown"
        ink="text-unknown"
        to={go("/findings", { status: "unknown" })}
      />
    </ul>
  );
}

interface FigureProps {
  readonly name: string;
  readonly count: number;
  readonly icon: IconName;
  readonly ink: string;
  readonly to: ReturnType<Go>;
}

function Figure({ name, count, icon, ink, to }: FigureProps) {
  return (
    <li className="bg-surface">
      <AppLink to={to} className="block h-full px-4 py-3 hover:bg-sunken">
        <span className={`flex items-center gap-1.5 text-sm ${count === 0 ? "text-muted" : ink}`}>
          <Icon name={icon} />
          {name}
        </span>
        <span className={`mt-1 block text-xl font-semibold ${count === 0 ? "text-muted" : ""}`}>
          {formatCount(count)}
        </span>
      </AppLink>
    </li>
  );
}
