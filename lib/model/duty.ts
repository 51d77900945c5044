import { z } from "zod";

/** What a principal can do to a stream, most powerful first. */
export const duties = ["administer", "share", "reshard", "produce", "consume", "manage-key"] as const;
const dutySchema = z.enum(duties);

/** The key half: `denied` blocks records that the Kinesis half would give. */
const keyAccesses = ["allowed", "conditional", "denied", "unknown", "not-needed"] as const;

/** A statement that a cell rests on; without an index: a document that could not be read. */
const grantPointerSchema = z.object({
  /** Id of one of the report's policies. */
  policy: z.string(),
  sid: z.string().exactOptional(),
  index: z.number().int().exactOptional(),
});

/**
 * That a principal holds a duty on a stream; what is denied has no cell.
 *
 * `conditional`: it hangs on what an auditor cannot know, which `conditions` name. `unknown`: a document that could
 * decide was unreadable.
 */
export const dutyCellSchema = z.object({
  principal: z.string(),
  duty: dutySchema,
  access: z.enum(["allowed", "conditional", "unknown"]),
  key: z.enum(keyAccesses),
  /** Condition keys, or in words what it hangs on. */
  conditions: z.array(z.string()).exactOptional(),
  via: z.array(grantPointerSchema),
});

export type Duty = (typeof duties)[number];
export type KeyAccess = (typeof keyAccesses)[number];
export type GrantPointer = z.infer<typeof grantPointerSchema>;
export type DutyCell = z.infer<typeof dutyCellSchema>;
