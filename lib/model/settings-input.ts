import { z } from "zod";
import { auditSettingsSchema } from "@/lib/model/settings";

const count = z.int("must be a whole number");

/** @see https://docs.aws.amazon.com/streams/latest/dev/kinesis-extended-retention.html */
const retentionHours = count.min(24, "must be at least 24").max(8760, "must be at most 8760");

/** A list without doubles, in the order given. */
function listOf(item: z.ZodType<string>) {
  return z
    .array(item)
    .max(200, "has more than 200 entries")
    .transform((items) => [...new Set(items)]);
}

function text(pattern: RegExp, words: string) {
  return z
    .string()
    .trim()
    .regex(pattern, { error: ({ input }) => `${JSON.stringify(input)} is not ${words}` });
}

const accountId = text(/^\d{12}$/, "an account id, which has 12 digits");
const principalArn = text(
  /^arn:aws[\w-]*:iam::\d{12}:(?:user|role)\/\S{1,1024}$/,
  "the ARN of an IAM user or role",
);
const endpointId = text(/^vpce-[0-9a-f]{8,17}$/, "the id of a VPC endpoint, vpce-…");
const destination = text(/^[a-z0-9][a-z0-9.-]{1,252}$/, "the name of a bucket or a host, in lower case");
/** @see https://docs.aws.amazon.com/kinesis/latest/APIReference/API_Tag.html */
const tagKey = text(/^.{1,128}$/u, "a tag key, which has 1 to 128 characters");
const tagValue = text(/^.{1,256}$/u, "a tag value, which has 1 to 256 characters");

/** {@link auditSettingsSchema} as people write it: checked, trimmed, and nothing that is not a setting. */
export const settingsInputSchema = auditSettingsSchema
  .extend({
    environmentTagKeys: listOf(tagKey),
    productionValues: listOf(tagValue),
    nonProductionValues: listOf(tagValue),
    environmentByAccount: z.record(
      accountId,
      z.enum(["production", "non-production"], "must be production or non-production"),
    ),
    knownAccountIds: listOf(accountId).exactOptional(),
    thirdPartyAccountIds: listOf(accountId).exactOptional(),
    applicationTagKey: text(/^.{0,128}$/u, "a tag key, which has at most 128 characters"),
    dataAdministratorArns: listOf(principalArn).exactOptional(),
    requiredTagKeys: listOf(tagKey),
    accessKeyAgeDaysMax: count.min(1, "must be at least 1").max(3650, "must be at most 3650"),
    accessKeyIdleDaysMax: count.min(1, "must be at least 1").max(3650, "must be at most 3650"),
    unusedDaysMax: count.min(1, "must be at least 1").max(400, "must be at most 400"),
    exposureHoldersMax: count.min(0, "must be at least 0").max(1000, "must be at most 1000"),
    retentionHoursMin: retentionHours,
    retentionHoursMax: retentionHours.exactOptional(),
    perimeterAccountIds: listOf(accountId),
    centralEndpointIds: listOf(endpointId),
    knownDestinations: listOf(destination),
    fipsAccountIds: listOf(accountId),
  })
  .strict()
  .superRefine(({ productionValues, nonProductionValues }, context) => {
    const production = new Set(productionValues.map((value) => value.toLowerCase()));
    const both = nonProductionValues.filter((value) => production.has(value.toLowerCase()));
    for (const value of both)
      context.addIssue({
        code: "custom",
        path: ["nonProductionValues"],
        message: `${JSON.stringify(value)} is also among the production values`,
      });
  });
