import { buildAccessIndex } from "@/lib/iam/access-index/build-access-index";
import { placesOf } from "@/lib/iam/access-index/resource-set";
import { parsePolicyDocument } from "@/lib/iam/parse-policy-document";
import type { AccessParts } from "@/lib/kinesis/access/account-parts";
import { toPrincipal } from "@/lib/kinesis/access/duty-index";
import type { PolicedParty } from "@/lib/kinesis/access/own-parties";
import { permit, surely, surest } from "@/lib/kinesis/reach/permission";
import type { Permission } from "@/lib/kinesis/reach/permission";
import { placesByArn } from "@/lib/kinesis/reach/places-by-arn";
import { patternsFor, probeResources } from "@/lib/kinesis/reach/probe-resources";
import { serviceActions } from "@/lib/kinesis/reach/service-uses";
import type { Party } from "@/lib/model/stream-access";

/** Whether a party may do an action of a service on something, whatever it is called. */
export type MayUse = (party: Party, action: string) => Permission | undefined;

const triedAtMost = 8;

export function serviceIndex(parts: AccessParts, passers: readonly PolicedParty[]): MayUse {
  const statementsOf = (text: string) => {
    const parsed = parsePolicyDocument(text);
    return parsed.ok ? parsed.statements : [];
  };
  const patterns = patternsFor(
    passers.flatMap(({ policies }) => policies),
    statementsOf,
  );
  const index = buildAccessIndex({
    actions: serviceActions,
    resources: probeResources(parts, patterns),
    principals: passers.map((each) => toPrincipal(each, parts)),
  });
  const placeOf = placesByArn(index);
  return (party, action) => {
    const { must, may } = index.access(party.arn, action);
    if (must.words.length > 0) return surely;
    const tried = [...placesOf(may)].slice(0, triedAtMost);
    const ways = tried.flatMap((place) => {
      const resourceArn = index.resources[place]?.arn ?? "";
      const permission = permit({ index, placeOf }, party, { action, resourceArn });
      return permission ? [{ permission }] : [];
    });
    return surest(ways)?.permission;
  };
}
