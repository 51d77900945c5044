import { columnWords, layOutWays, nodeBox, type PlacedNode } from "@/components/duties/lay-out-ways";
import type { WayGraph, WayState } from "@/components/duties/way-graph";
import { ScrollFrame } from "@/components/ui/scroll-frame";
import { shortenMiddle } from "@/lib/format/shorten-arn";

const strokes: Readonly<Record<WayState, string>> = {
  held: "stroke-accent/45",
  unknown: "stroke-unknown/70",
  blocked: "stroke-line-strong",
};
const nameLengthMax = 32;

/** Who reaches a stream by which way, drawn on the server. The table beside it says the same. */
export function WayPicture({ graph }: { readonly graph: WayGraph }) {
  const { width, height, nodes, links } = layOutWays(graph);
  const columns = [...new Map(nodes.map((node) => [node.kind, node.x]))];
  return (
    <ScrollFrame label="Picture of who reaches the stream" className="max-h-none!">
      <svg aria-hidden="true" viewBox={`0 0 ${width} ${height}`} className="block w-full min-w-[900px]">
        {columns.map(([kind, x]) => (
          <text key={kind} x={x} y={14} className="fill-muted text-xs">
            {columnWords[kind]}
          </text>
        ))}
        {links.map((link) => (
          <path
            key={`${link.from} ${link.to}`}
            d={link.path}
            fill="none"
            strokeWidth={link.width}
            className={strokes[link.state]}
            {...(link.state !== "held" && { strokeDasharray: link.state === "unknown" ? "5 4" : "2 4" })}
          />
        ))}
        {nodes.map((node) => (
          <NodeMark key={node.id} node={node} />
        ))}
      </svg>
    </ScrollFrame>
  );
}

function NodeMark({ node: { x, y, height, name } }: { readonly node: PlacedNode }) {
  const boxHeight = Math.max(height, nodeBox.height);
  const middle = y + height / 2;
  return (
    <g>
      <title>{name}</title>
      <rect
        x={x}
        y={middle - boxHeight / 2}
        width={nodeBox.width}
        height={boxHeight}
        rx={3}
        className="fill-surface stroke-line-strong"
      />
      <text x={x + 8} y={middle} dominantBaseline="central" className="fill-ink text-xs">
        {shortenMiddle(name, nameLengthMax)}
      </text>
    </g>
  );
}
