import type { AccountPlan } from "@/lib/bench/random-account";
import { actionsOfEveryKind } from "@/lib/bench/random-names";
import { seededRandom } from "@/lib/bench/random";
import type {
  AccessInput,
  AccessPrincipal,
  AccessResource,
  PolicySource,
} from "@/lib/iam/access-index/access-input";
import type { AccessIndex } from "@/lib/iam/access-index/access-index";
import { hasPlace } from "@/lib/iam/access-index/resource-set";
import { parseCaller } from "@/lib/iam/decision/caller";
import type { Caller } from "@/lib/iam/decision/caller";
import { compilePolicy } from "@/lib/iam/decision/compile-policy";
import type { CompiledPolicy, PolicyKind } from "@/lib/iam/decision/compile-policy";
import { decide } from "@/lib/iam/decision/decide";
import type { Decision } from "@/lib/iam/decision/decide";
import { prepareRequest } from "@/lib/iam/decision/prepare-request";

type Entry = readonly [string, readonly string[]];
type Tags = Readonly<Record<string, string>>;

/** Asks the evaluator for one request, told what the inventory knows and nothing that the index made of it. */
export function referenceFor(input: AccessInput, tagNames: readonly string[]) {
  const compiled = new Map<string, CompiledPolicy>();
  const read = ({ text }: PolicySource, kind: PolicyKind) => {
    const policy = compiled.get(kind + text) ?? compilePolicy(text, kind);
    compiled.set(kind + text, policy);
    return policy;
  };
  const levels = (all: readonly (readonly PolicySource[])[], kind: PolicyKind) =>
    all.map((level) => level.map((source) => read(source, kind)));
  const facts = new Map(
    input.actions.map(({ name, resourceKinds, unlistedKinds }) => {
      const without = unlistedKinds ? "unsettled" : "none";
      return [name.toLowerCase(), resourceKinds.length > 0 ? "typed" : without] as const;
    }),
  );
  const tagEntries = (prefix: string, tags: Tags | undefined): Entry[] =>
    tags
      ? [
          ...tagNames.filter((name) => !(name in tags)).map((name): Entry => [`${prefix}/${name}`, []]),
          ...Object.entries(tags).map(([name, value]): Entry => [`${prefix}/${name}`, [value]]),
        ]
      : [];
  const organization = (key: string, id: string | null | undefined): Entry[] =>
    id === undefined ? [] : [[key, id === null ? [] : [id]]];

  return (principal: AccessPrincipal, action: string, resource: AccessResource): Decision => {
    const caller = callerOf(principal);
    const request = prepareRequest(
      {
        caller,
        action,
        resource: resource.arn,
        ...(resource.arn !== "*" && { resourceAccount: resource.accountId }),
        ...(principal.managementAccountId !== undefined && {
          managementAccount: principal.managementAccountId,
        }),
        isAwsManagedKey: resource.isAwsManagedKey ?? false,
        context: [
          ...tagEntries("aws:PrincipalTag", principal.tags),
          ...tagEntries("aws:ResourceTag", resource.tags),
          ...organization("aws:PrincipalOrgID", principal.organizationId),
          ...organization("aws:ResourceOrgID", resource.organizationId),
          ...(principal.userId === undefined ? [] : [["aws:userid", [principal.userId]] as const]),
          ...(resource.region === undefined ? [] : [["aws:RequestedRegion", [resource.region]] as const]),
        ],
      },
      (name) => facts.get(name),
    );
    return decide(request, {
      identityPolicies: principal.policies.map((source) => read(source, "identity")),
      ...(principal.boundary && { boundary: read(principal.boundary, "boundary") }),
      scps: levels(principal.scps, "scp"),
      rcps: levels(resource.rcps ?? [], "rcp"),
      ...(resource.resourcePolicy && { resourcePolicy: read(resource.resourcePolicy, "resource") }),
    });
  };
}

/** An account stands for somebody in it, and not for its root user. */
function callerOf({ arn }: AccessPrincipal): Caller {
  const caller = parseCaller(arn);
  if (!caller) throw new RangeError(arn);
  return caller.kind === "root" ? { kind: "unnamed", accountId: caller.accountId } : caller;
}

/** What the index says of a triple, in the evaluator's words; it does not tell the two kinds of denial apart. */
export function answerOf(
  index: AccessIndex,
  triple: { principalArn: string; action: string; place: number },
) {
  const { must, may } = index.access(triple.principalArn, triple.action);
  if (hasPlace(must, triple.place)) return "allowed";
  return hasPlace(may, triple.place) ? "undetermined" : "denied";
}

/** An account in which everything rare is frequent. */
export function rarePlan(seed: number): AccountPlan {
  return {
    seed,
    streams: 60,
    principals: 50,
    actions: actionsOfEveryKind,
    patterns: 300,
    shares: { condition: 35, deny: 18, negated: 16, unread: seed % 3 === 0 ? 3 : 0, oddGrants: 60 },
    resourcePolicies: 40,
    everyKind: true,
  };
}

interface Triple {
  readonly principal: AccessPrincipal;
  readonly action: string;
  readonly place: number;
  readonly resource: AccessResource;
}

/** Triples of an action with a resource that it works on; half of the resources have a policy, where some do. */
export function* sampleTriples(
  { principals, actions }: AccessInput,
  { resources }: AccessIndex,
  { seed, count }: { readonly seed: number; readonly count: number },
): Generator<Triple> {
  const random = seededRandom(seed);
  const choicesOf = (kinds: readonly string[]) => {
    const all = [...resources.entries()].filter(([, { kind }]) => kinds.includes(kind));
    return { all, withPolicy: all.filter(([, { resourcePolicy }]) => resourcePolicy) };
  };
  const choices = new Map(
    actions.map(({ name, resourceKinds, unlistedKinds = [] }) => {
      const kinds = resourceKinds.length > 0 ? resourceKinds : unlistedKinds;
      return [name, choicesOf(kinds.length > 0 ? kinds : ["any"])];
    }),
  );
  for (let made = 0; made < count;) {
    const principal = principals[random.below(principals.length)];
    const action = actions[random.below(actions.length)]?.name ?? "";
    const { all = [], withPolicy = [] } = choices.get(action) ?? {};
    const from = random.percent(50) && withPolicy.length > 0 ? withPolicy : all;
    const [place, resource] = from[random.below(from.length)] ?? [];
    if (!principal || place === undefined || !resource) continue;
    made++;
    yield { principal, action, place, resource };
  }
}
