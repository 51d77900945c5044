import { classify, representatives } from "@/lib/iam/access-index/action-classes";
import type { ActionClasses } from "@/lib/iam/access-index/action-classes";
import type { NumberedStatements } from "@/lib/iam/access-index/document-sets";
import { itemAt } from "@/lib/iam/access-index/item-at";
import { buildLayer, setsOf } from "@/lib/iam/access-index/layer";
import type { Layer, LayerWorld } from "@/lib/iam/access-index/layer";
import type { SetPair } from "@/lib/iam/access-index/set-pair";

/** What takes away from a principal, and grants it nothing. */
export interface Limits {
  readonly classes: ActionClasses;
  readonly bounds: readonly Bound[];
}

export interface Bound {
  /** What the boundary allows. Some grants of resource policies go past it. */
  readonly boundary: SetPair;
  /** What every level of SCPs allows, and neither they nor the boundary deny. */
  readonly ceiling: SetPair;
}

export interface LimitLayers {
  readonly boundary: NumberedStatements | undefined;
  readonly scps: readonly NumberedStatements[];
}

/** Combines each distinct choice of boundary and SCPs once. */
export function limitsBuilder(
  world: LayerWorld,
): (layers: LimitLayers) => { readonly id: string; readonly limits: Limits } {
  const known = new Map<string, Limits>();
  const built = new Map<string, Layer>();
  const layerOf = (kind: string, { id, apply }: NumberedStatements): Layer => {
    const layer = built.get(kind + id) ?? buildLayer(world, apply());
    built.set(kind + id, layer);
    return layer;
  };
  return (layers) => {
    const id = `${layers.boundary?.id ?? ""}/${layers.scps.map((level) => level.id).join(",")}`;
    const limits = known.get(id) ?? buildLimits(world, layers, layerOf);
    known.set(id, limits);
    return { id, limits };
  };
}

type LayerOf = (kind: string, statements: NumberedStatements) => Layer;

function buildLimits(world: LayerWorld, { boundary, scps }: LimitLayers, layerOf: LayerOf): Limits {
  const { algebra, unsettledActions } = world;
  const bounding = boundary && layerOf("boundary", boundary);
  const levels = scps.map((level) => layerOf("scp", level));
  const all = bounding ? [bounding, ...levels] : levels;
  const classes = classify(
    unsettledActions.length,
    all.map((layer) => layer.classes),
  );
  const bounds = representatives(classes).map((action): Bound => {
    const allows = levels.map((level) => setsOf(level, action).allow);
    const denies = all.map((layer) => setsOf(layer, action).deny);
    const allowed = allows.reduce((total, each) => algebra.intersect(total, each), algebra.everything);
    const ceiling = algebra.subtract(allowed, algebra.unite(denies));
    return { boundary: bounding ? setsOf(bounding, action).allow : algebra.everything, ceiling };
  });
  return { classes, bounds };
}

export function boundOf({ classes, bounds }: Limits, action: number): Bound {
  return itemAt(bounds, itemAt(classes, action));
}
