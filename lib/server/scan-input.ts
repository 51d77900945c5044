import { z } from "zod";
import { type Connection, connectionSchema } from "@/lib/model/connection";
import { checkSetSchema, onDemandFor, onDemandSchema, type ScanRequest } from "@/lib/model/scan";
import type { SnapshotSource } from "@/lib/model/snapshot";

/**
 * What a browser or script may ask a check of access to look at.
 *
 * An endpoint is not among it: the server would call any address that a request names, and so
 * reach what only the server can reach (https://owasp.org/Top10/2021/A10_2021-Server-Side_Request_Forgery_%28SSRF%29/).
 * It comes from the process's environment, AWS_ENDPOINT_URL.
 */
export const accessInputSchema = connectionSchema.extend({
  /** The built-in demo account, whatever this process is connected to. */
  demo: z.boolean().exactOptional(),
  onDemand: z.array(onDemandSchema).readonly().exactOptional(),
});

/** What may be asked of a scan. */
export const scanInputSchema = accessInputSchema.extend({
  set: checkSetSchema.exactOptional(),
  quotaShare: z.number().min(0.05).max(0.9).exactOptional(),
  /** Offer the same profile, role and Regions the next time. */
  remember: z.boolean().exactOptional(),
});

export type AccessInput = z.infer<typeof accessInputSchema>;
export type ScanInput = z.infer<typeof scanInputSchema>;

/** The scan that is asked for, against its source. */
export function toScanRequest(input: ScanInput, source: SnapshotSource): ScanRequest {
  const { set = "full", quotaShare = 0.25, onDemand = [] } = input;
  const { regions = [], allRegions = false, ...identity } = connectionOf(input);
  const reads = onDemandFor(source, onDemand);
  const regionNames = [...regions];
  return { source, regions: regionNames, allRegions, set, quotaShare, onDemand: reads, ...identity };
}

/** The part of what was asked that says how an account is reached. */
export function connectionOf(asked: Connection): Connection {
  const { profile, roleArn, externalId, organizationRoleArn, organizationExternalId } = asked;
  const { regions, allRegions, accounts } = asked;
  return {
    ...(profile !== undefined && { profile }),
    ...(roleArn !== undefined && { roleArn }),
    ...(externalId !== undefined && { externalId }),
    ...(organizationRoleArn !== undefined && { organizationRoleArn }),
    ...(organizationExternalId !== undefined && { organizationExternalId }),
    ...(accounts !== undefined && { accounts }),
    ...(regions !== undefined && regions.length > 0 && { regions }),
    ...(allRegions === true && { allRegions }),
  };
}
