import { hasPlace, setOf } from "@/lib/iam/access-index/resource-set";
import type { ResourceSet } from "@/lib/iam/access-index/resource-set";
import { waysToHold } from "@/lib/kinesis/access/deciding-actions";
import type { DutyIndex } from "@/lib/kinesis/access/duty-index";
import { grantsBehind, isWithin } from "@/lib/kinesis/access/grants-behind";
import { streamSetOf } from "@/lib/kinesis/access/stream-set";
import type { PlacedStreams } from "@/lib/kinesis/access/stream-set";
import { policyId } from "@/lib/model/policy-id";
import type { Duty } from "@/lib/model/duty";
import type { Observed } from "@/lib/model/observed";
import type { DutyGrant, Party } from "@/lib/model/stream-access";

interface Holding {
  readonly party: Party;
  readonly duty: Duty;
  /** The places of the streams. */
  readonly held: ResourceSet;
}

/** The grants of streams' and consumers' own policies, which are few. */
export function* resourcePolicyGrants(
  duties: DutyIndex,
  { party, duty, held }: Holding,
): Generator<DutyGrant & { readonly streams: PlacedStreams }> {
  for (const { stream } of duties.sharedStreams) {
    const streamArn = stream.arn;
    const place = duties.placeOf(streamArn);
    if (!hasPlace(held, place)) continue;
    const resources = [stream, ...(stream.consumers.known ? stream.consumers.value : [])];
    if (!resources.some((resource) => mayName(resource.resourcePolicy, party))) continue;
    const own = new Set(resources.map(({ arn }) => policyId.resource(arn)));
    const asked = waysToHold(duties, duty, streamArn)
      .filter((way) => way.every((each) => isWithin(duties, party, each, "may")))
      .flat();
    for (const { policy, index, sid } of grantsBehind(duties, party, asked, "may"))
      if (own.has(policy)) {
        const statement = duties.statementOf(policy, index);
        yield {
          policyId: policy,
          ...(index !== undefined && { index }),
          ...(sid !== undefined && { sid }),
          ...(statement && { statement }),
          party,
          duty,
          streams: streamSetOf(duties, setOf([place])),
        };
      }
  }
}

/** Whether a policy's text may be about a party at all: most are about few, and to look is quicker than to ask. */
function mayName(policy: Observed<string | null>, { arn, name, accountId, isForeign }: Party): boolean {
  if (!policy.known || policy.value === null) return false;
  const text = policy.value;
  if (text.includes('"*"') || text.includes("NotPrincipal") || text.includes("\\")) return true;
  return (
    text.includes(arn) || text.includes(`assumed-role/${name}/`) || (isForeign && text.includes(accountId))
  );
}
