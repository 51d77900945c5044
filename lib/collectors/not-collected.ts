import "server-only";
import { buildGap, type CallPlace } from "@/lib/aws/collection-error";
import { missing, type Missing } from "@/lib/model/observed";

/** A part that this version does not read yet: the snapshot says so, and nothing follows from it. */
export function notCollected(action: string, place: CallPlace = {}): Missing {
  return missing(buildGap({ action }, "not-collected", "this version does not read it", place));
}
