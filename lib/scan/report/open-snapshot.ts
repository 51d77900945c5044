import { createCheckMemory, type CheckMemory } from "@/lib/checks/check-memory";
import { once } from "@/lib/kinesis/access/once";
import type { Report } from "@/lib/model/report";
import type { Snapshot } from "@/lib/model/snapshot";
import { buildAdministrators } from "@/lib/scan/report/build-administrators";
import { buildKeys } from "@/lib/scan/report/build-keys";
import { buildNetworks } from "@/lib/scan/report/build-networks";
import { buildPolicies } from "@/lib/scan/report/build-policies";
import { buildPrincipals } from "@/lib/scan/report/build-principals";
import { buildRoleReaches } from "@/lib/scan/report/build-role-reaches";
import { canonicalJson } from "@/lib/scan/report/canonical-json";
import { createCausesOf, type CausesOf } from "@/lib/scan/report/report-causes";
import { createStreamMemory, type StreamMemory } from "@/lib/scan/report/stream-memory";

/** SHA-256 of a text in UTF-8, whole or in parts, as lower-case hex. */
export type Hash = (text: string | Iterable<string>) => string;

/** A snapshot as it is judged, with what judging it again can take from the last time. */
export interface OpenedSnapshot {
  readonly snapshot: Snapshot;
  readonly sha256: string;
  readonly hash: Hash;
  readonly causesOf: CausesOf;
  readonly checkMemory: CheckMemory;
  readonly streamMemory: StreamMemory;
  readonly undeclared: () => UndeclaredParts;
}

/** What a report says whatever is declared and decided. */
type UndeclaredParts = Pick<
  Report,
  "administrators" | "roleReach" | "policies" | "principals" | "keys" | "networks"
>;

/** In canonical order, so that the order in which the facts came does not show in what is said of them. */
export function openSnapshot(given: Snapshot, hash: Hash): OpenedSnapshot {
  const text = canonicalJson(given);
  const snapshot: Snapshot = JSON.parse(text);
  const checkMemory = createCheckMemory();
  const { derivedOf } = checkMemory;
  const causesOf = createCausesOf(hash);
  return {
    snapshot,
    sha256: hash(text),
    hash,
    causesOf,
    checkMemory,
    streamMemory: createStreamMemory({ snapshot, derivedOf, causesOf }),
    undeclared: once(() => ({
      administrators: buildAdministrators(snapshot, derivedOf),
      roleReach: buildRoleReaches(snapshot, derivedOf),
      policies: buildPolicies(snapshot),
      principals: buildPrincipals(snapshot),
      keys: buildKeys(snapshot),
      networks: buildNetworks(snapshot),
    })),
  };
}
