import type { CheckInfo } from "@/components/check-info";
import { textLink } from "@/components/ui/app-link";
import type { ReactNode } from "react";

/** What is said of a check wherever it stands: why, what to do, where it comes from. */
export function CheckWordsPart({ check }: { readonly check: CheckInfo }) {
  const { rationale, remediation, looksAt, coursePoint, frameworks, sources } = check;
  return (
    <dl className="grid gap-4">
      <Part name="Why it matters">{rationale}</Part>
      <Part name="How to fix it">{remediation}</Part>
      <Part name="What is looked at">{looksAt}</Part>
      <Part name="Course point">{coursePoint ?? "Extended: it goes beyond the course."}</Part>
      {Object.keys(frameworks).length > 0 && (
        <Part name="Frameworks">
          <ul className="flex flex-wrap gap-x-4 gap-y-0.5">
            {Object.entries(frameworks).map(([framework, controls]) => (
              <li key={framework}>
                {framework} <span className="text-muted">{controls.join(", ")}</span>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {sources.length > 0 && (
        <Part name="Sources">
          <ul>
            {sources.map((source) => (
              <li key={source} className="py-1">
                <a href={source} rel="noreferrer" className={textLink}>
                  {source.replace("https://", "")}
                </a>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </dl>
  );
}

function Part({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="max-w-[80ch]">
      <dt className="font-semibold">{name}</dt>
      <dd className="mt-0.5 text-muted">{children}</dd>
    </div>
  );
}
