import { actionMasks } from "@/lib/iam/access-index/action-masks";
import type { AccessInput, AccessResource } from "@/lib/iam/access-index/access-input";
import { isUnsettled } from "@/lib/iam/access-index/arenas";
import { orderArns } from "@/lib/iam/access-index/arn-order";
import type { ArnOrder } from "@/lib/iam/access-index/arn-order";
import { placeConditions } from "@/lib/iam/access-index/condition-sets";
import type { IndexedAction, StatementWorld } from "@/lib/iam/access-index/index-statement";
import { indexPrincipal } from "@/lib/iam/access-index/indexed-principal";
import type { IndexedPrincipal } from "@/lib/iam/access-index/indexed-principal";
import { known } from "@/lib/iam/access-index/item-at";
import type { LayerWorld } from "@/lib/iam/access-index/layer";
import type { ScopedResource } from "@/lib/iam/access-index/overlay-statement";
import { factsOfResource } from "@/lib/iam/access-index/party-facts";
import { groupResources } from "@/lib/iam/access-index/resource-groups";
import { placePatterns } from "@/lib/iam/access-index/resource-patterns";
import { SetAlgebra } from "@/lib/iam/access-index/set-pair";

/** What was given, looked up by number. */
export interface Tables {
  readonly algebra: SetAlgebra;
  readonly order: ArnOrder;
  /** In the order of their places. */
  readonly resources: readonly AccessResource[];
  readonly scoped: readonly ScopedResource[];
  readonly actions: readonly IndexedAction[];
  readonly principals: readonly IndexedPrincipal[];
}

export function buildTables(input: AccessInput): Tables {
  const given = new Map(input.resources.map((resource) => [resource.arn, resource]));
  const order = orderArns(given.keys());
  const resources = order.arns.map((arn) => known(given.get(arn), arn));
  return {
    algebra: new SetAlgebra(resources.length),
    order,
    resources,
    scoped: resources.map((resource, place) => ({
      place,
      given: resource,
      facts: factsOfResource(resource, input.context),
    })),
    actions: input.actions.map((action) => ({
      name: action.name.toLowerCase(),
      isUnsettled: isUnsettled(action),
    })),
    principals: input.principals.map(indexPrincipal),
  };
}

export function statementWorld({ algebra, order, scoped, actions }: Tables): StatementWorld & LayerWorld {
  const groupsFor = groupResources(
    scoped.map(({ facts }) => facts),
    algebra,
  );
  return {
    algebra,
    actions,
    maskOf: actionMasks(actions),
    unsettledActions: Uint8Array.from(actions, (action) => Number(action.isUnsettled)),
    patternOf: placePatterns({ order, algebra, groupsFor }),
    conditionsOf: placeConditions({ algebra, groupsFor }),
  };
}
