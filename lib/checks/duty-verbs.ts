import { duties } from "@/lib/model/duty";
import type { Duty } from "@/lib/model/duty";

const verbs: Readonly<Record<Duty, string>> = {
  administer: "administer it",
  share: "share it",
  reshard: "reshard it",
  produce: "write records",
  consume: "read records",
  "manage-key": "manage its key",
};

/** What one can do to a stream, each once, most powerful first. */
export function dutyVerbs(held: Iterable<Duty>): string[] {
  const named = new Set(held);
  return duties.filter((duty) => named.has(duty)).map((duty) => verbs[duty]);
}
