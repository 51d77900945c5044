import type { WhoRow } from "@/components/duties/who-rows";
import type { Duty } from "@/lib/model/duty";
import { isHeld, isKeyUnread, stateOf } from "@/lib/model/duty-state";

export type WayNodeKind = "assumer" | "principal" | "policy" | "target";

export interface WayNode {
  readonly id: string;
  readonly kind: WayNodeKind;
  /** As the picture says it; whole in the table. */
  readonly name: string;
}

export type WayState = "held" | "unknown" | "blocked";

export interface WayLink {
  readonly from: string;
  readonly to: string;
  /** Duties that come this way; none from who assumes a role. */
  readonly duties: readonly Duty[];
  readonly state: WayState;
}

/** Who reaches a stream, and its key, by which documents. */
export interface WayGraph {
  readonly nodes: readonly WayNode[];
  readonly links: readonly WayLink[];
}

interface WayGraphInput {
  readonly rows: readonly WhoRow[];
  readonly streamName: string;
  readonly policyName: (id: string) => string;
  /** Who can become a role, shown before it. */
  readonly assumersOf: (arn: string) => readonly { readonly id: string; readonly name: string }[];
}

const targets = { stream: "target stream", key: "target key" } as const;

/** From who assumes a role, over principal and policy, to the stream and its key. */
export function wayGraph({ rows, streamName, policyName, assumersOf }: WayGraphInput): WayGraph {
  const nodes = new Map<string, WayNode>();
  const links = new Map<string, { from: string; to: string; duties: Set<Duty>; states: Set<WayState> }>();
  const node = (id: string, kind: WayNodeKind, name: string) => {
    nodes.set(id, nodes.get(id) ?? { id, kind, name });
    return id;
  };
  const link = (from: string, to: string, state: WayState, duty?: Duty) => {
    const found = links.get(`${from} ${to}`) ?? {
      from,
      to,
      duties: new Set<Duty>(),
      states: new Set<WayState>(),
    };
    if (duty) found.duties.add(duty);
    found.states.add(state);
    links.set(`${from} ${to}`, found);
  };
  for (const row of rows) {
    const principal = node(`principal ${row.arn}`, "principal", row.name);
    for (const [duty, cell] of row.cells) {
      const state = wayState(cell);
      const target =
        duty === "manage-key"
          ? node(targets.key, "target", "its key")
          : node(targets.stream, "target", streamName);
      for (const id of new Set(cell.via.map(({ policy }) => policy))) {
        const policy = node(`policy ${id}`, "policy", policyName(id));
        link(principal, policy, state, duty);
        link(policy, target, state, duty);
      }
    }
    for (const { id, name } of assumersOf(row.arn))
      link(node(`assumer ${id}`, "assumer", name), principal, "held");
  }
  return {
    nodes: [...nodes.values()],
    links: Array.from(links.values(), ({ states, duties, ...ends }) => ({
      ...ends,
      duties: [...duties],
      state: strongest(states),
    })),
  };
}

function wayState(cell: Parameters<typeof isHeld>[0]): WayState {
  if (isHeld(cell) && !isKeyUnread(cell)) return "held";
  return stateOf(cell) === "blocked" ? "blocked" : "unknown";
}

function strongest(states: ReadonlySet<WayState>): WayState {
  return (["held", "unknown", "blocked"] as const).find((state) => states.has(state)) ?? "blocked";
}
