import { placeGroups } from "@/components/report/place-groups";
import type { FilterGroup } from "@/components/ui/filter-chips";
import { areaWords, severityWords, statusWords } from "@/lib/format/words";
import { resourceOfArn } from "@/lib/format/shorten-arn";
import { checkAreas } from "@/lib/model/check";
import type { Report } from "@/lib/model/report";
import { severities } from "@/lib/model/verdict";

const fixedGroups: readonly FilterGroup[] = [
  {
    parameter: "status",
    name: "Status",
    options: (["fail", "unknown"] as const).map((value) => ({ value, words: statusWords[value] })),
  },
  {
    parameter: "severity",
    name: "Severity",
    options: severities.map((value) => ({ value, words: severityWords[value] })),
  },
  {
    parameter: "area",
    name: "Section",
    options: checkAreas.map((value) => ({ value, words: areaWords[value] })),
  },
];

/** What a link from elsewhere narrowed the list to: shown as a chip, so that it can be taken back. */
interface Narrowed {
  readonly check?: string | undefined;
  readonly stream?: string | undefined;
  readonly principal?: string | undefined;
}

export function findingFilterGroups(
  report: Pick<Report, "scan">,
  { check, stream, principal }: Narrowed,
): FilterGroup[] {
  const one = (parameter: string, name: string, value: string | undefined): FilterGroup[] =>
    value === undefined ? [] : [{ parameter, name, options: [{ value, words: resourceOfArn(value) }] }];
  return [
    ...fixedGroups,
    ...placeGroups(report),
    ...one("check", "Check", check),
    ...one("stream", "Stream", stream),
    ...one("principal", "Principal", principal),
  ];
}
