import type { Verdict } from "@/lib/model/verdict";

/** A verdict and the check that reached it. */
export type CheckedVerdict = Verdict & { readonly checkId: string };
