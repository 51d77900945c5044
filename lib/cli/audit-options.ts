import { z } from "zod";
import { accountsSchema } from "@/lib/model/connection";
import { CliError } from "@/lib/cli/cli-error";
import { checkSetSchema, onDemandFor, onDemandReads, type ScanRequest } from "@/lib/model/scan";
import type { SnapshotSource } from "@/lib/model/snapshot";
import { severities } from "@/lib/model/verdict";
import { reportFormats, tableNames } from "@/lib/model/report-format";

/** `audit` as it was typed, after Commander has refused what it knows to be wrong. */
export const auditOptionsSchema = z.object({
  demo: z.boolean().default(false),
  endpoint: z.string().exactOptional(),
  profile: z.string().min(1).exactOptional(),
  roleArn: z.string().min(1).exactOptional(),
  externalId: z.string().min(1).exactOptional(),
  organizationRoleArn: z.string().min(1).exactOptional(),
  organizationExternalId: z.string().min(1).exactOptional(),
  accountRoleArn: z.array(z.string().min(1)).exactOptional(),
  accountRoleName: z.string().min(1).exactOptional(),
  accountExternalId: z.string().min(1).exactOptional(),
  region: z.array(z.string().min(1)).default([]),
  allRegions: z.boolean().default(false),
  set: checkSetSchema,
  quotaShare: z.number(),
  eventHistory: z.boolean().default(false),
  lastAccessed: z.boolean().default(false),
  format: z.enum(reportFormats),
  table: z.enum(tableNames),
  out: z.string().min(1).exactOptional(),
  signKey: z.string().min(1).exactOptional(),
  waivers: z.string().min(1).exactOptional(),
  saveSnapshot: z.string().min(1).exactOptional(),
  failOn: z.enum([...severities, "never"]),
  failOnUnknown: z.boolean().default(false),
});

export type AuditOptions = z.infer<typeof auditOptionsSchema>;

export function toRequest(options: AuditOptions, source: SnapshotSource): ScanRequest {
  const { profile, roleArn, externalId, organizationRoleArn, organizationExternalId } = options;
  const { region, allRegions, set, quotaShare, eventHistory, lastAccessed } = options;
  const wished = { "event-history": eventHistory, "last-accessed": lastAccessed };
  const onDemand = onDemandFor(
    source,
    onDemandReads.filter((read) => wished[read]),
  );
  return {
    source,
    regions: [...new Set(region)],
    allRegions,
    set,
    quotaShare,
    onDemand,
    ...(profile !== undefined && { profile }),
    ...(roleArn !== undefined && { roleArn }),
    ...(externalId !== undefined && { externalId }),
    ...(organizationRoleArn !== undefined && { organizationRoleArn }),
    ...(organizationExternalId !== undefined && { organizationExternalId }),
    ...accountsIn(options),
  };
}

/** @throws {CliError} for what is no role of an account. */
function accountsIn(options: AuditOptions): Pick<ScanRequest, "accounts"> {
  const { accountRoleArn: roleArns, accountRoleName: roleName, accountExternalId: externalId } = options;
  if (roleArns === undefined && roleName === undefined) return {};
  const accounts = accountsSchema.safeParse({
    ...(roleArns !== undefined && { roleArns: [...new Set(roleArns)] }),
    ...(roleName !== undefined && { roleName }),
    ...(externalId !== undefined && { externalId }),
  });
  if (accounts.success) return { accounts: accounts.data };
  const [issue] = accounts.error.issues;
  const option = { roleArns: "--account-role-arn", roleName: "--account-role-name" };
  const named = Object.entries(option).find(([member]) => member === issue?.path[0]);
  throw new CliError(`${named?.[1] ?? "--account-external-id"} ${issue?.message ?? "is not valid"}.`);
}
