/** Whether something holds: not at all, only if facts that nobody told turn out so, or for sure. */
export type Tri = 0 | 1 | 2;

export const no = 0;
export const maybe = 1;
export const yes = 2;

export function triOf(holds: boolean): Tri {
  return holds ? yes : no;
}

export function not(tri: Tri): Tri {
  if (tri === maybe) return maybe;
  return tri === yes ? no : yes;
}

/** The answer that two readings of one text share; `maybe` where they differ. */
export function either(one: Tri, other: Tri): Tri {
  return one === other ? one : maybe;
}

/** All of them. */
export function and(one: Tri, other: Tri): Tri {
  return one < other ? one : other;
}

/** At least one of them. */
export function or(one: Tri, other: Tri): Tri {
  return one > other ? one : other;
}
