import { z } from "zod";

const daysMax = 3650;

/** For how long scans are kept. The newest of each account stays, and so does one that is pinned. */
export const scanRetentionSchema = z.strictObject({
  /** Null: for ever. */
  days: z
    .int("must be a whole number")
    .min(1, "must be at least 1")
    .max(daysMax, `must be at most ${daysMax}`)
    .nullable(),
});

export type ScanRetention = z.infer<typeof scanRetentionSchema>;

export const keptForEver: ScanRetention = { days: null };
