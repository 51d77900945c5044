import { fingerprint } from "@/lib/iam/access-index/known-facts";
import type { KnownFacts } from "@/lib/iam/access-index/known-facts";
import { followsFromPrincipal } from "@/lib/iam/access-index/party-facts";
import type { ContextKey } from "@/lib/iam/conditions/context";

/** What is computed from a principal's facts, once for all principals that some keys do not tell apart. */
export function rememberByFacts<Value>(
  keys: readonly ContextKey[],
  compute: (principal: KnownFacts) => Value,
): (principal: KnownFacts) => Value {
  const telling = keys.filter(({ name }) => followsFromPrincipal(name));
  if (telling.length === 0) return once(compute);
  const known = new Map<string, Value>();
  return (principal) => {
    const id = fingerprint(principal, telling);
    const found = known.get(id);
    if (found !== undefined) return found;
    const value = compute(principal);
    known.set(id, value);
    return value;
  };
}

function once<Value>(compute: (principal: KnownFacts) => Value): (principal: KnownFacts) => Value {
  let value: Value | undefined;
  return (principal) => (value ??= compute(principal));
}
