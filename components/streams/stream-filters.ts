import { placeGroups } from "@/components/report/place-groups";
import type { FilterGroup } from "@/components/ui/filter-chips";
import { environmentWords } from "@/lib/format/words";
import { grades, type Report } from "@/lib/model/report";

const fixedGroups: readonly FilterGroup[] = [
  {
    parameter: "environment",
    name: "Environment",
    options: (["production", "non-production", "not-stated", "unknown"] as const).map((value) => ({
      value,
      words: environmentWords[value],
    })),
  },
  {
    parameter: "grade",
    name: "Grade",
    options: grades.map((value) => ({ value, words: value })),
  },
  {
    parameter: "encryption",
    name: "Encryption",
    options: [
      { value: "none", words: "None" },
      { value: "aws-managed", words: "AWS managed key" },
      { value: "customer", words: "Customer key" },
      { value: "unknown", words: "Unknown" },
    ],
  },
  {
    parameter: "status",
    name: "Has a check that",
    options: [
      { value: "fail", words: "Fails" },
      { value: "unknown", words: "Is unknown" },
    ],
  },
];

/** The filters of the list of streams; accounts, Regions and a check only where there is something to choose. */
export function streamFilterGroups(report: Pick<Report, "scan">, check: string | undefined): FilterGroup[] {
  return [
    ...placeGroups(report),
    ...fixedGroups,
    ...(check === undefined
      ? []
      : [{ parameter: "check", name: "Check", options: [{ value: check, words: check }] }]),
  ];
}
