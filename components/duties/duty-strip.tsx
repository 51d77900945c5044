import { dutyWords } from "@/components/duties/duty-words";
import { formatCount } from "@/lib/format/count-of";
import { duties, type Duty } from "@/lib/model/duty";
import type { PrincipalReach } from "@/lib/model/principal-reach";

interface DutyStripProps {
  readonly reach: PrincipalReach | undefined;
}

/** The duties that a principal holds anywhere, in words, with what could not be told. */
export function DutyStrip({ reach }: DutyStripProps) {
  if (reach?.standing === "account-administrator") return <span>Everything</span>;
  const named = (wanted: (duty: Duty) => boolean) => duties.filter(wanted).map(nameOf);
  const held = named((duty) => (reach?.duties[duty]?.held ?? 0) > 0);
  const open = named(
    (duty) => (reach?.duties[duty]?.held ?? 0) === 0 && (reach?.duties[duty]?.unknown ?? 0) > 0,
  );
  const blocked = named((duty) => !held.includes(nameOf(duty)) && (reach?.duties[duty]?.blocked ?? 0) > 0);
  if (held.length + open.length + blocked.length === 0) return <span className="text-muted">None</span>;
  return (
    <span>
      {held.join(", ")}
      {open.length > 0 && (
        <span className="block text-unknown">
          {open.length === duties.length ? "may hold any" : `may hold ${open.join(", ")}`}
        </span>
      )}
      {blocked.length > 0 && (
        <span className="block text-muted">{blocked.join(", ")}: blocked by the key</span>
      )}
    </span>
  );
}

function nameOf(duty: Duty): string {
  return dutyWords[duty].name.toLowerCase();
}

/** How many streams a principal reaches, and how many more it may. */
export function StreamsReached({ reach }: DutyStripProps) {
  if (reach?.standing === "account-administrator") return <span>All</span>;
  const { streams = 0, unknownStreams = 0 } = reach ?? {};
  if (streams + unknownStreams === 0) return <span className="text-muted">None</span>;
  return (
    <span className="whitespace-nowrap">
      {streams > 0 && formatCount(streams)}
      {unknownStreams > 0 && (
        <span className="text-unknown">
          {streams > 0 && ", "}
          {formatCount(unknownStreams)} unknown
        </span>
      )}
    </span>
  );
}
