import type { RegionFacts } from "../account-facts";

export type NetworkFacts = Omit<RegionFacts, "streams" | "channels" | "keys" | "aliases">;
