import { z } from "zod";
import { observedSchema } from "@/lib/model/observed";

/**
 * What `iam:GetAccountSummary` says of the account's root user.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html
 */
export const accountSummarySchema = z.object({ rootAccessKeysPresent: z.number().int() });

/** The last call that was signed with an access key. */
const lastUseSchema = z.object({ at: z.string(), service: z.string(), region: z.string() });

/** A long-lived credential of a user, by its id. The id is no secret, and nothing else of it is ever read. */
const accessKeySchema = z.object({
  id: z.string(),
  active: z.boolean(),
  createdAt: z.string(),
  /** Null: AWS says that it was never used. */
  lastUsed: observedSchema(lastUseSchema.nullable()),
});

/** The access keys of one user; only users that hold a duty on a stream are asked about. */
export const userAccessKeysSchema = z.object({
  userArn: z.string(),
  keys: observedSchema(z.array(accessKeySchema)),
});

export type AccountSummary = z.infer<typeof accountSummarySchema>;
export type AccessKey = z.infer<typeof accessKeySchema>;
export type UserAccessKeys = z.infer<typeof userAccessKeysSchema>;
