import type { PolicySource } from "@/lib/iam/access-index/access-input";
import type { PolicyLevel } from "@/lib/model/organization";

/** The policies of an organization, level by level, as evidence names them. */
export function toSources(levels: readonly PolicyLevel[]): PolicySource[][] {
  return levels.map(({ policies }) => policies.map(({ id, document }) => ({ policy: id, text: document })));
}
