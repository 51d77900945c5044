import { z } from "zod";

/**
 * A call that switched the encryption of a stream on or off, and succeeded.
 *
 * @see https://docs.aws.amazon.com/streams/latest/dev/logging-using-cloudtrail.html
 */
export const encryptionEventSchema = z.object({
  kind: z.enum(["start", "stop"]),
  at: z.string(),
  streamName: z.string(),
});

export type EncryptionEvent = z.infer<typeof encryptionEventSchema>;
