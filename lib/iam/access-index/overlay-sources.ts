import type { AccessResource } from "@/lib/iam/access-index/access-input";
import { actionMasks } from "@/lib/iam/access-index/action-masks";
import type { MaskOf } from "@/lib/iam/access-index/action-masks";
import type { IndexedAction } from "@/lib/iam/access-index/index-statement";
import { numberAt } from "@/lib/iam/access-index/item-at";
import type { Channel } from "@/lib/iam/access-index/layer";
import type { AudienceStatement } from "@/lib/iam/access-index/overlay";
import { partsOf } from "@/lib/iam/access-index/overlay-statement";
import type { OverlayStatement, ScopedResource } from "@/lib/iam/access-index/overlay-statement";
import { followsFromPrincipal } from "@/lib/iam/access-index/party-facts";
import { statementsOf } from "@/lib/iam/access-index/read-policy";
import type { ReadPolicy } from "@/lib/iam/access-index/read-policy";
import {
  distinctKeys,
  keysInVariables,
  keysOfConditions,
  patternsOf,
} from "@/lib/iam/access-index/statement-keys";
import type { ContextKey } from "@/lib/iam/conditions/context";
import type { CompiledPolicy, CompiledStatement } from "@/lib/iam/decision/compile-policy";

/** The statements of all policies that stand with resources. */
export function overlaySources(
  read: ReadPolicy,
  actions: readonly IndexedAction[],
  resources: readonly ScopedResource[],
): AudienceStatement[] {
  const every = actions.map(() => 1);
  const maskOf = actionMasks(actions);
  const fromPolicies = resources.flatMap((resource) => {
    const source = resource.given.resourcePolicy;
    if (!source) return [];
    return sourcesOf(read(source, "resource"), {
      origin: "resource-policy",
      actions,
      maskOf,
      mask: every,
      scope: [resource],
    });
  });
  return [...fromPolicies, ...fromRcps(read, actions, resources)];
}

/** RCPs are in force for whole services, and one of them binds many resources. */
function fromRcps(
  read: ReadPolicy,
  actions: readonly IndexedAction[],
  resources: readonly ScopedResource[],
): AudienceStatement[] {
  const maskOf = actionMasks(actions);
  const bound = new Map<AccessResource["rcps"], ScopedResource[]>();
  for (const resource of resources) {
    const { rcps } = resource.given;
    const scope = bound.get(rcps);
    if (scope) scope.push(resource);
    else bound.set(rcps, [resource]);
  }
  return [...bound].flatMap(([levels = [], scope]) =>
    levels
      .flat()
      .flatMap((source) =>
        servicesOf(actions).flatMap((mask) =>
          sourcesOf(read(source, "rcp"), { origin: "rcp", actions, maskOf, mask, scope }),
        ),
      ),
  );
}

/** The one action that RCPs leave alone stands for itself. */
function servicesOf(actions: readonly IndexedAction[]): number[][] {
  const serviceOf = ({ name }: IndexedAction) => (name === "kms:retiregrant" ? name : name.split(":")[0]);
  return [...new Set(actions.map(serviceOf))].map((service) =>
    actions.map((action) => Number(serviceOf(action) === service)),
  );
}

interface Origin {
  readonly origin: OverlayStatement["source"];
  readonly actions: readonly IndexedAction[];
  readonly maskOf: MaskOf;
  /** One for each action that the policy may be about. */
  readonly mask: readonly number[];
  readonly scope: readonly ScopedResource[];
}

const grantChannels: readonly Channel[] = ["account", "role", "user", "direct"];

function sourcesOf(policy: CompiledPolicy, from: Origin): AudienceStatement[] {
  const grants = from.origin === "rcp" ? [] : grantChannels;
  if (!policy.ok) {
    const statement = overlayStatement(from, Uint8Array.from(from.mask), ["deny", ...grants]);
    return [{ statement, audience: { kind: "alike" } }];
  }
  return statementsOf(policy).flatMap((compiled) => {
    const covered = from.maskOf(compiled.written).map((covers, index) => covers & numberAt(from.mask, index));
    const channels: readonly Channel[] = compiled.effect === "Deny" ? ["deny"] : grants;
    if (channels.length === 0 || !covered.includes(1)) return [];
    const keys = keysOf(compiled);
    const isTold = keys.some(({ name }) => followsFromPrincipal(name));
    return partsOf(compiled, isTold).map(({ audience, compiled: part }) => {
      const used = channels.filter((channel) => channel === "deny" || mayGrant(part, channel));
      return { statement: { ...overlayStatement(from, covered, used), compiled: part, keys }, audience };
    });
  });
}

function mayGrant({ principals = [], excludesPrincipals }: CompiledStatement, channel: Channel): boolean {
  return excludesPrincipals || principals.some(({ grant }) => grant === channel);
}

function overlayStatement(
  { origin, actions, scope }: Origin,
  covered: Uint8Array,
  channels: readonly Channel[],
): OverlayStatement {
  const probe = (isUnsettled: boolean) =>
    actions.find((action, index) => covered[index] === 1 && action.isUnsettled === isUnsettled)?.name;
  return {
    source: origin,
    channels,
    scope,
    actions: covered,
    probes: { typed: probe(false), unsettled: probe(true) },
    keys: [],
  };
}

function keysOf({ written, hasVariables }: CompiledStatement): ContextKey[] {
  const patterns = patternsOf(written);
  return distinctKeys([
    ...keysInVariables(patterns, hasVariables),
    ...keysOfConditions(written.conditions, hasVariables),
  ]);
}
