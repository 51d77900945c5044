/** Nodes by number; the edges that leave each. */
export type Graph = readonly (readonly number[])[];

interface Visit {
  readonly node: number;
  /** How many of its edges were followed. */
  followed: number;
}

/**
 * The strongly connected components of a graph, those that an edge leads to before those that it comes from
 * (R. Tarjan, Depth-first search and linear graph algorithms, 1972). Without recursion: roles may form long chains.
 */
export function strongComponents(graph: Graph): number[][] {
  const order = new Int32Array(graph.length).fill(-1);
  const lowest = new Int32Array(graph.length);
  const isOpen = new Uint8Array(graph.length);
  const open: number[] = [];
  const components: number[][] = [];
  let count = 0;

  const enter = (node: number): Visit => {
    order[node] = lowest[node] = count++;
    isOpen[node] = 1;
    open.push(node);
    return { node, followed: 0 };
  };
  const lower = (node: number, to: number) => {
    lowest[node] = Math.min(lowest[node] ?? 0, to);
  };
  const close = (node: number) => {
    const component = open.splice(open.lastIndexOf(node));
    for (const member of component) isOpen[member] = 0;
    components.push(component);
  };
  const walkFrom = (start: number) => {
    const path = [enter(start)];
    for (let visit = path.at(-1); visit; visit = path.at(-1)) {
      const { node } = visit;
      const next = graph[node]?.[visit.followed++];
      if (next === undefined) {
        path.pop();
        if (lowest[node] === order[node]) close(node);
        const parent = path.at(-1);
        if (parent) lower(parent.node, lowest[node] ?? 0);
      } else if (order[next] === -1) path.push(enter(next));
      else if (isOpen[next] === 1) lower(node, order[next] ?? 0);
    }
  };
  for (const node of graph.keys()) if (order[node] === -1) walkFrom(node);
  return components;
}
