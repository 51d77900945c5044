import { z } from "zod";
import { checkSetSchema, type ScanRequest } from "@/lib/model/scan";
import type { SnapshotSource } from "@/lib/model/snapshot";

const roleArnSchema = z
  .string()
  .regex(/^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]{1,512}$/, "must be the ARN of a role");

/** As sts:AssumeRole takes it: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
const externalIdSchema = z
  .string()
  .regex(/^[\w+=,.@:/-]{2,1224}$/, "must be 2 to 1224 letters, digits or _+=,.@:/-");

/**
 * What a browser or script may ask of a scan.
 *
 * An endpoint is not among it: the server would call any address that a request names, and so
 * reach what only the server can reach (https://owasp.org/Top10/2021/A10_2021-Server-Side_Request_Forgery_%28SSRF%29/).
 * It comes from the process's environment, AWS_ENDPOINT_URL.
 */
export const scanInputSchema = z.strictObject({
  profile: z
    .string()
    .regex(/^[\w+=,.@:/ -]{1,128}$/, "must be the name of a profile of the AWS configuration")
    .exactOptional(),
  roleArn: roleArnSchema.exactOptional(),
  externalId: externalIdSchema.exactOptional(),
  organizationRoleArn: roleArnSchema.exactOptional(),
  organizationExternalId: externalIdSchema.exactOptional(),
  regions: z
    .array(z.string().regex(/^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/, "must be the name of a Region, e.g. eu-west-1"))
    .max(64)
    .exactOptional(),
  allRegions: z.boolean().exactOptional(),
  set: checkSetSchema.exactOptional(),
  quotaShare: z.number().min(0.05).max(0.9).exactOptional(),
});

export type ScanInput = z.infer<typeof scanInputSchema>;

/** The scan that is asked for, against this process's source. */
export function toScanRequest(input: ScanInput, source: SnapshotSource): ScanRequest {
  const { regions = [], allRegions = false, set = "full", quotaShare = 0.25, ...identity } = input;
  return { source, regions: [...regions], allRegions, set, quotaShare, ...identity };
}
