import { sankey, type SankeyLink, type SankeyNode } from "d3-sankey";
import type { WayGraph, WayLink, WayNode, WayNodeKind } from "@/components/duties/way-graph";

export interface PlacedNode extends WayNode {
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

interface PlacedLink extends WayLink {
  readonly path: string;
  readonly width: number;
}

export interface WayLayout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly links: readonly PlacedLink[];
}

/** Wide enough for a name, high enough for a line of it. */
export const nodeBox = { width: 208, height: 18 } as const;
const width = 1180;
const margin = { side: 4, top: 30, bottom: 12 } as const;
const rowHeight = 26;

type Node = SankeyNode<WayNode, { readonly link: WayLink }>;
type Link = SankeyLink<WayNode, { readonly link: WayLink }>;

/** Where each node and link of a graph is drawn; the columns are the steps of the way. */
export function layOutWays({ nodes, links }: WayGraph): WayLayout {
  if (nodes.length === 0) return { width, height: margin.top, nodes: [], links: [] };
  const columns = (["assumer", "principal", "policy", "target"] as const).filter((kind) =>
    nodes.some((node) => node.kind === kind),
  );
  const counts = columns.map((kind) => nodes.filter((node) => node.kind === kind).length);
  const height = margin.top + Math.max(6, ...counts) * rowHeight;
  const place = sankey<WayNode, { readonly link: WayLink }>()
    .nodeId(({ id }) => id)
    .nodeAlign((node) => columns.indexOf(node.kind))
    .nodeWidth(nodeBox.width)
    .nodePadding(nodeBox.height)
    .extent([
      [margin.side, margin.top],
      [width - margin.side, height - margin.bottom],
    ]);
  const graph = place({
    nodes: nodes.map((node) => ({ ...node })),
    links: links.map((link) => ({
      source: link.from,
      target: link.to,
      value: Math.max(1, link.duties.length),
      link,
    })),
  });
  return { width, height, nodes: graph.nodes.map(toPlaced), links: graph.links.map(toPath) };
}

function toPlaced({ id, kind, name, x0 = 0, y0 = 0, y1 = 0 }: Node): PlacedNode {
  return { id, kind, name, x: round(x0), y: round(y0), height: round(Math.max(2, y1 - y0)) };
}

function toPath({ link, source, target, y0 = 0, y1 = 0, width: thickness = 1 }: Link): PlacedLink {
  const from = typeof source === "object" ? (source.x1 ?? 0) : 0;
  const to = typeof target === "object" ? (target.x0 ?? 0) : 0;
  const middle = round((from + to) / 2);
  const path = `M${round(from)},${round(y0)}C${middle},${round(y0)} ${middle},${round(y1)} ${round(to)},${round(y1)}`;
  return { ...link, path, width: round(Math.max(1, Math.min(10, thickness))) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

export const columnWords: Readonly<Record<WayNodeKind, string>> = {
  assumer: "Who can become it",
  principal: "Principal",
  policy: "Policy",
  target: "Reaches",
};
