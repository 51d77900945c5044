import type { PlaceFilter } from "@/lib/model/place";
import type { QueryReader } from "@/lib/server/query";

export const placeParameters = ["account", "region"] as const;

export function readPlace(reader: QueryReader): PlaceFilter {
  return { account: reader.text("account", 64), region: reader.text("region", 64) };
}
