import { z } from "zod";

const journalActions = [
  "waiver-given",
  "waiver-withdrawn",
  "attestation-given",
  "attestation-withdrawn",
  "settings-changed",
  "scan-removed",
  "scan-pinned",
  "retention-changed",
] as const;

/** One change of what Weir keeps. */
export const journalEntrySchema = z.object({
  /** An instant, ISO 8601 UTC. */
  at: z.string(),
  who: z.string(),
  action: z.enum(journalActions),
  /** What changed, in a sentence or two. */
  detail: z.string(),
});

export type JournalEntry = z.infer<typeof journalEntrySchema>;
export type JournalAction = JournalEntry["action"];
