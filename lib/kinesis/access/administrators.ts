import type { AccessAction, AccessResource, PolicySource } from "@/lib/iam/access-index/access-input";
import { buildAccessIndex } from "@/lib/iam/access-index/build-access-index";
import { countPlaces, intersect, setOf } from "@/lib/iam/access-index/resource-set";
import type { ResourceSet } from "@/lib/iam/access-index/resource-set";
import { placedStreams } from "@/lib/kinesis/access/account-parts";
import type { AccessParts } from "@/lib/kinesis/access/account-parts";
import { toPrincipal } from "@/lib/kinesis/access/duty-index";
import type { PolicedParty } from "@/lib/kinesis/access/own-parties";
import { kinesisActions } from "@/lib/kinesis/service-actions";

/** A service that nobody names, so that only what covers everything covers it. */
const anyAction = "weir-probe-6f1c:Anything";
const iamActions = [
  "iam:AttachRolePolicy",
  "iam:CreateAccessKey",
  "iam:CreatePolicyVersion",
  "iam:PassRole",
  "iam:PutRolePolicy",
  "iam:UpdateAssumeRolePolicy",
];

/**
 * Those who may do everything to everything: a Deny or a boundary that touches Kinesis or IAM ends it. The
 * organization's policies are left aside, because they bind everybody else in the account alike.
 */
export function accountAdministrators(
  parts: AccessParts,
  parties: readonly PolicedParty[],
): ReadonlySet<string> {
  const candidates = parties.filter(
    ({ party, policies }) => !party.isForeign && policies.some(mayCoverEverything),
  );
  if (candidates.length === 0) return new Set();
  const resources = probeResources(parts);
  const index = buildAccessIndex({
    resources,
    actions: probeActions,
    principals: candidates.map((each) => Object.assign(toPrincipal(each, parts), { scps: [] })),
  });
  const probes = probeActions.map(({ name, resourceKinds }) => {
    const wanted = placesOfKinds(index.resources, resourceKinds);
    return { name, wanted, count: countPlaces(wanted) };
  });
  const covers = ({ party }: PolicedParty) =>
    probes.every(
      ({ name, wanted, count }) =>
        countPlaces(intersect(index.access(party.arn, name).may, wanted)) === count,
    );
  return new Set(
    candidates
      .filter((each) => each.party.unreadPolicyIds.length === 0 && covers(each))
      .map(({ party }) => party.arn),
  );
}

function placesOfKinds(resources: readonly AccessResource[], kinds: readonly string[]): ResourceSet {
  const wanted = kinds.length === 0 ? ["any"] : kinds;
  return setOf(
    [...resources.entries()].flatMap(([place, { kind }]) => (wanted.includes(kind) ? [place] : [])),
  );
}

/** Only a wildcard or a NotAction covers every service. */
function mayCoverEverything({ text }: PolicySource): boolean {
  return /NotAction|"[*?:]+"/.test(text);
}

const probeActions: readonly AccessAction[] = [
  { name: anyAction, resourceKinds: ["anything"] },
  ...iamActions.map((name) => ({ name, resourceKinds: ["identity"] })),
  ...kinesisActions.map(({ name, resourceTypes }) => ({
    name,
    resourceKinds: resourceTypes.length > 0 ? ["stream"] : [],
  })),
];

function probeResources(parts: AccessParts): AccessResource[] {
  const { accountId, partition, regions } = parts;
  const anyStreams = regions.map(({ region }) => ({
    arn: `arn:${partition}:kinesis:${region}:${accountId}:stream/weir-probe-6f1c`,
    region,
  }));
  const live = placedStreams(parts).map(({ stream }) => stream);
  return [
    { arn: "*", kind: "any", accountId },
    { arn: `arn:${partition}:weir-probe-6f1c:::anything`, kind: "anything", accountId },
    { arn: `arn:${partition}:iam::${accountId}:role/weir-probe-6f1c`, kind: "identity", accountId },
    ...[...anyStreams, ...live].map(({ arn, region }) => ({ arn, kind: "stream", accountId, region })),
  ];
}
