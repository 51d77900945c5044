import { z } from "zod";

/** Why a fact could not be read. Each has its own words on the screen; none of them means "absent". */
export const gapReasons = [
  "access-denied",
  "throttled",
  "timed-out",
  "unreachable",
  "expired-credentials",
  "not-implemented",
  "region-disabled",
  "empty",
  "malformed",
  "not-collected",
  "unexpected",
] as const;

export const gapSchema = z.object({
  /** The IAM action that would settle it, e.g. `kinesis:GetResourcePolicy`. */
  action: z.string(),
  reason: z.enum(gapReasons),
  /** What was asked, what came back. Text from AWS may stand in it: show it as text only. */
  message: z.string(),
  /** ARN or id of what the call was about, where it was about one thing. */
  resource: z.string().exactOptional(),
  region: z.string().exactOptional(),
  /** Whose, where a scan tells of several accounts. */
  accountId: z.string().exactOptional(),
});

/** The call that a fact rests on. */
export const readSchema = z.object({
  action: z.string(),
  /** When AWS answered, ISO 8601 UTC. */
  at: z.string(),
});

/** A fact, or the gap where it should be. There is no third state, and no default. */
export function observedSchema<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion("known", [
    z.object({ known: z.literal(true), value, read: readSchema }),
    z.object({ known: z.literal(false), gap: gapSchema }),
  ]);
}

export type GapReason = (typeof gapReasons)[number];
export type Gap = z.infer<typeof gapSchema>;
export type Read = z.infer<typeof readSchema>;
export type Known<T> = { readonly known: true; readonly value: T; readonly read: Read };
export type Missing = { readonly known: false; readonly gap: Gap };
export type Observed<T> = Known<T> | Missing;

export function known<T>(value: T, read: Read): Known<T> {
  return { known: true, value, read };
}

export function missing(gap: Gap): Missing {
  return { known: false, gap };
}

/** Carries a fact on to what follows from it; a gap stays the gap that it is. */
export function mapObserved<T, U>(observed: Observed<T>, map: (value: T) => U): Observed<U> {
  return observed.known ? known(map(observed.value), observed.read) : observed;
}

/** The gaps among facts. */
export function gapsOf(...facts: readonly Observed<unknown>[]): Gap[] {
  return facts.filter((fact): fact is Missing => !fact.known).map(({ gap }) => gap);
}

/** The calls that the facts among them rest on. */
export function readsOf(...facts: readonly Observed<unknown>[]): Read[] {
  return facts.flatMap((fact) => (fact.known ? [fact.read] : []));
}

/** A part that the first snapshots do not have: in those it is a gap. */
export function addedPart<T extends z.ZodType>(action: string, value: T) {
  const message = `${action} was not called: the snapshot is of a version of Weir that did not read it. Scan again.`;
  return observedSchema(value).prefault({ known: false, gap: { action, reason: "not-collected", message } });
}
