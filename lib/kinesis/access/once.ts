/** Computes when it is first asked for, and never again. */
export function once<T>(compute: () => T): () => T {
  let value: { readonly computed: T } | undefined;
  return () => (value ??= { computed: compute() }).computed;
}
