import { z } from "zod";

const words = (longest: number) =>
  z.string().trim().min(1, "is missing").max(longest, `is longer than ${longest} characters`);

const decisionShape = {
  owner: words(200),
  /** The last day on which it holds, in UTC. */
  expiresOn: z.iso.date("is not a day such as 2027-06-30"),
};

/** Findings to accept, of the newest report. */
export const waiverInputSchema = z.strictObject({
  ...decisionShape,
  reason: words(2000),
  findingIds: z
    .array(z.string().regex(/^[0-9a-f]{16}$/, "is not the id of a finding"))
    .min(1, "names no finding")
    .max(1000, "names more than 1000 findings"),
  /** On these streams alone; absent: on all. */
  streamArns: z.array(z.string().max(2048)).min(1, "names no stream").max(1000).exactOptional(),
});

/** Somebody's word about some streams, of the newest report. */
export const attestationInputSchema = z.strictObject({
  ...decisionShape,
  statement: words(2000),
  checkId: z.string().max(64),
  streamArns: z
    .array(z.string().max(2048))
    .min(1, "names no stream")
    .max(1000, "names more than 1000 streams"),
});

export type WaiverInput = z.infer<typeof waiverInputSchema>;
export type AttestationInput = z.infer<typeof attestationInputSchema>;
