import type { PolicyRow } from "@/components/policy/policy-table";
import { placeGroups } from "@/components/report/place-groups";
import type { FilterGroup } from "@/components/ui/filter-chips";
import { isArnIn, isIn, type PlaceFilter } from "@/lib/model/place";
import type { Report, ReportPolicy } from "@/lib/model/report";

/** What narrows the list of documents; a value that is no choice leaves nothing. */
export interface PolicyFilter extends PlaceFilter {
  readonly q?: string | undefined;
  readonly kind?: string | undefined;
}

const kindGroup: FilterGroup = {
  parameter: "kind",
  name: "Kind",
  options: [
    { value: "managed", words: "Managed" },
    { value: "inline", words: "Inline" },
    { value: "trust", words: "Trust" },
    { value: "stream", words: "Stream" },
    { value: "consumer", words: "Consumer" },
    { value: "key", words: "Key" },
    { value: "endpoint", words: "Endpoint" },
  ],
};

export function policyFilterGroups(report: Pick<Report, "scan">): FilterGroup[] {
  return [...placeGroups(report), kindGroup];
}

export function filterPolicies(
  rows: readonly PolicyRow[],
  { q, kind, ...place }: PolicyFilter,
  report: Pick<Report, "networks">,
): PolicyRow[] {
  const wanted = q?.toLowerCase();
  const endpoints = endpointPlaces(report);
  const isAt = ({ id, name, attachedTo }: ReportPolicy) =>
    isIn(place, endpoints.get(name) ?? {}) || [id, ...attachedTo].some((arn) => isArnIn(place, arn));
  return rows.filter(
    ({ policy }) =>
      (kind === undefined || policy.kind === kind) &&
      isAt(policy) &&
      (wanted === undefined ||
        [policy.name, policy.id, ...policy.attachedTo].some((part) => part.toLowerCase().includes(wanted))),
  );
}

/** An endpoint's id says nothing of where it is. */
function endpointPlaces({ networks }: Pick<Report, "networks">) {
  const endpoints = networks.flatMap(({ vpcEndpoints }) => (vpcEndpoints.known ? vpcEndpoints.value : []));
  return new Map(endpoints.map((endpoint) => [endpoint.id, endpoint]));
}
