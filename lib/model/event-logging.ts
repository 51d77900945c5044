import { z } from "zod";
import { observedSchema } from "@/lib/model/observed";

const valuesSchema = z.array(z.string()).exactOptional();

/** A condition of an advanced event selector; all that are there have to hold. */
const fieldSelectorSchema = z.object({
  /** `eventCategory`, `readOnly`, `eventSource`, `resources.type`, … */
  field: z.string(),
  equals: valuesSchema,
  startsWith: valuesSchema,
  endsWith: valuesSchema,
  notEquals: valuesSchema,
  notStartsWith: valuesSchema,
  notEndsWith: valuesSchema,
});

/** The events that match all the fields. */
const advancedSelectorSchema = z.object({ fields: z.array(fieldSelectorSchema) });

const basicSelectorSchema = z.object({
  /** `All`, `WriteOnly` or `ReadOnly`. */
  readWrite: z.string(),
  managementEvents: z.boolean(),
  /** Services whose management events are left out, e.g. `kms.amazonaws.com`. */
  excludedSources: z.array(z.string()),
});

/** What a trail logs: of the two kinds CloudTrail keeps one. No selector at all logs nothing. */
const eventSelectorsSchema = z.object({
  basic: z.array(basicSelectorSchema),
  advanced: z.array(advancedSelectorSchema),
});

/**
 * A trail that covers a Region, be it of another Region or of the organization.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_Trail.html
 */
export const trailSchema = z.object({
  arn: z.string(),
  name: z.string(),
  homeRegion: observedSchema(z.string()),
  multiRegion: observedSchema(z.boolean()),
  ofOrganization: observedSchema(z.boolean()),
  logFileValidation: observedSchema(z.boolean()),
  logging: observedSchema(z.boolean()),
  selectors: observedSchema(eventSelectorsSchema),
});

/**
 * A store of CloudTrail Lake.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetEventDataStore.html
 */
export const eventDataStoreSchema = z.object({
  arn: z.string(),
  name: z.string(),
  /** `ENABLED`, `STOPPED_INGESTION`, `PENDING_DELETION`, … */
  status: observedSchema(z.string()),
  multiRegion: observedSchema(z.boolean()),
  ofOrganization: observedSchema(z.boolean()),
  selectors: observedSchema(z.array(advancedSelectorSchema)),
});

export type AdvancedSelector = z.infer<typeof advancedSelectorSchema>;
export type EventSelectors = z.infer<typeof eventSelectorsSchema>;
export type Trail = z.infer<typeof trailSchema>;
export type EventDataStore = z.infer<typeof eventDataStoreSchema>;
