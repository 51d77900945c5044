import { DutyMark } from "@/components/duties/duty-mark";

const samples = [
  { cell: { access: "allowed", key: "allowed" }, words: "allowed" },
  { cell: { access: "conditional", key: "allowed" }, words: "only under a condition" },
  { cell: { access: "allowed", key: "denied" }, words: "blocked by the key" },
  { cell: { access: "unknown", key: "unknown" }, words: "not known" },
  { cell: { access: "allowed", key: "unknown" }, words: "allowed, key not read" },
] as const;

/** What the marks mean; a blank is a denial. */
export function MarkLegend() {
  return (
    <ul aria-label="Marks" className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
      {samples.map(({ cell, words }) => (
        <li key={words} className="inline-flex items-center gap-1">
          <DutyMark cell={cell} /> {words}
        </li>
      ))}
      <li>blank: denied</li>
    </ul>
  );
}
