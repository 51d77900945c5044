import { areaStates, type AreaState } from "@/components/report/area-state";
import { Icon } from "@/components/ui/icon";
import type { CheckArea } from "@/lib/model/check";
import { areaWords, severityWords, statusWords } from "@/lib/format/words";
import type { StreamVerdict } from "@/lib/model/report";
import type { Severity, VerdictStatus } from "@/lib/model/verdict";

const failLook: Readonly<Record<Severity, string>> = {
  critical: "bg-critical text-on-status",
  high: "bg-high text-on-status",
  medium: "border border-medium text-medium",
  low: "border border-line-strong text-low",
};

const look: Readonly<Record<Exclude<VerdictStatus, "fail">, string>> = {
  pass: "text-pass",
  unknown: "border border-dashed border-unknown text-unknown",
  "not-applicable": "text-muted",
  manual: "text-muted",
  waived: "text-waived",
};

interface AreaStripProps {
  readonly verdicts: readonly StreamVerdict[];
  /** The sections that have a place in the strip, so that cells of a section stand under each other. */
  readonly areas: readonly CheckArea[];
}

/** One cell a section of the course, the worst status in it; the name and the counts on hover and to a reader. */
export function AreaStrip({ verdicts, areas }: AreaStripProps) {
  const states = areaStates(verdicts);
  return (
    <ul className="flex gap-0.5">
      {areas.map((area) => {
        const state = states.find((known) => known.area === area);
        return state ? (
          <Cell key={area} state={state} />
        ) : (
          <li key={area} aria-hidden="true" className="w-7" />
        );
      })}
    </ul>
  );
}

/** The names of the cells, short; whole on hover. */
export function AreaStripHead({ areas }: Pick<AreaStripProps, "areas">) {
  return (
    <span aria-hidden="true" className="flex gap-0.5 font-mono text-[10px] text-muted">
      {areas.map((area) => (
        <span key={area} title={areaWords[area]} className="w-7 text-center">
          {area}
        </span>
      ))}
    </span>
  );
}

function Cell({ state }: { readonly state: AreaState }) {
  const { status, severity } = state;
  return (
    <li
      title={cellWords(state)}
      className={`grid h-6 w-7 place-items-center rounded-sm ${status === "fail" ? failLook[severity] : look[status]}`}
    >
      <Icon name={status === "fail" ? severity : status} className="size-3.5" />
      <span className="sr-only">{cellWords(state)}</span>
    </li>
  );
}

function cellWords({ area, status, severity, failing, unknown, passing }: AreaState): string {
  const worst =
    status === "fail" ? `fail, ${severityWords[severity].toLowerCase()}` : statusWords[status].toLowerCase();
  const counts = [
    failing > 0 && `${failing} failing`,
    unknown > 0 && `${unknown} unknown`,
    passing > 0 && `${passing} passing`,
  ];
  return [`${areaWords[area]}: ${worst}`, counts.filter(Boolean).join(", ")].filter(Boolean).join("; ");
}
