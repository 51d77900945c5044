import type { Metadata } from "next";
import { readPage, textOf } from "@/app/page-input";
import { actionsOf } from "@/components/checklist/actions-of";
import { CheckEntry } from "@/components/checklist/check-entry";
import { outcomeOf } from "@/components/checklist/outcome-of";
import { FilterChips, type FilterGroup } from "@/components/ui/filter-chips";
import { PageHead } from "@/components/ui/page-head";
import { Panel } from "@/components/ui/panel";
import { countOf } from "@/lib/format/count-of";
import { areaWords } from "@/lib/format/words";
import { checkAreas } from "@/lib/model/check";
import { loadChecks } from "@/lib/server/checks";
import { loadLatestReport } from "@/lib/server/reports";

export const metadata: Metadata = { title: "Checklist" };

const groups: readonly FilterGroup[] = [
  {
    parameter: "of",
    name: "Show",
    options: [
      { value: "course", words: "Course" },
      { value: "extended", words: "Extended" },
    ],
  },
];

export default async function ChecklistPage({ searchParams }: PageProps<"/checklist">) {
  const { query, go } = await readPage(searchParams);
  const [checks, report] = await Promise.all([loadChecks(), loadLatestReport("full")]);
  const of = textOf(query, "of");
  const shown = checks.filter(({ set }) => of === undefined || set === of);

  return (
    <div className="grid gap-4">
      <PageHead
        title="Checklist"
        lead="What each stream is judged by. Course checks are the lecture's own points; extended checks go beyond it. The titles say what is so when a check passes."
      />
      <FilterChips groups={groups} query={{ of }} pathname="/checklist" go={go} />
      {checkAreas.map((area) => {
        const own = shown.filter((check) => check.area === area);
        if (own.length === 0) return null;
        return (
          <Panel key={area} title={areaWords[area]} aside={countOf(own.length, "check")} flush>
            {own.map((check) => (
              <CheckEntry
                key={check.id}
                check={check}
                go={go}
                outcome={report && outcomeOf(report, check.id)}
                actions={report ? actionsOf(report, check.id) : []}
              />
            ))}
          </Panel>
        );
      })}
    </div>
  );
}
