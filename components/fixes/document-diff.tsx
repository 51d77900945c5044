import { ScrollFrame } from "@/components/ui/scroll-frame";

interface DocumentDiffProps {
  readonly label: string;
  readonly lines: readonly string[];
}

const looks: Readonly<Record<string, string>> = {
  "-": "bg-critical/10 text-critical",
  "+": "bg-pass/10 text-pass",
};

const words: Readonly<Record<string, string>> = { "-": "removed: ", "+": "added: " };

/** A document before and after, line by line. */
export function DocumentDiff({ label, lines }: DocumentDiffProps) {
  const counted = new Map<string, number>();
  return (
    <ScrollFrame label={label} className="rounded-md border border-line">
      <pre dir="ltr" className="w-max min-w-full py-2 text-xs leading-5">
        {lines.map((line) => {
          const times = (counted.get(line) ?? 0) + 1;
          counted.set(line, times);
          const sign = line.charAt(0);
          return (
            <span key={`${line} ${times}`} className={`block px-3 ${looks[sign] ?? ""}`}>
              {words[sign] !== undefined && <span className="sr-only">{words[sign]}</span>}
              {line === "" ? "…" : line}
            </span>
          );
        })}
      </pre>
    </ScrollFrame>
  );
}
