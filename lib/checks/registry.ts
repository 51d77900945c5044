import type { Check } from "@/lib/model/check";

/** Every check, in the order of the course. */
export const checks: readonly Check[] = [];
