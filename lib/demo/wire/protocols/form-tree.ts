/** A Query request's parameters by the dots in their names: `Filter.1.Name` is `Filter` → `1` → `Name`. */
export interface FormNode {
  text: string | undefined;
  readonly children: Map<string, FormNode>;
}

export function toFormTree(form: Iterable<readonly [string, string]>): FormNode {
  const root = emptyNode();
  for (const [key, value] of form) {
    let node = root;
    for (const part of key.split(".")) {
      const child = node.children.get(part) ?? emptyNode();
      node.children.set(part, child);
      node = child;
    }
    node.text = value;
  }
  return root;
}

/** The entries of a list, by their numbers. */
export function listEntries({ children }: FormNode): FormNode[] {
  return [...children]
    .filter(([index]) => /^\d+$/.test(index))
    .toSorted(([left], [right]) => Number(left) - Number(right))
    .map(([, node]) => node);
}

function emptyNode(): FormNode {
  return { text: undefined, children: new Map() };
}
