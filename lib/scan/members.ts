import "server-only";
import type { Role } from "@/lib/aws/credentials";
import { CollectionError } from "@/lib/aws/collection-error";
import type { Session } from "@/lib/aws/open-session";
import { ScanFailureError } from "@/lib/aws/scan-failure-error";
import type { CallerIdentity } from "@/lib/collectors/caller-identity";
import { listAccounts } from "@/lib/collectors/organization";
import { compareText } from "@/lib/collectors/read-pages";
import { parseArn } from "@/lib/model/arn";
import type { ScanRequest } from "@/lib/model/scan";
import type { Snapshot } from "@/lib/model/snapshot";
import { contextIn } from "@/lib/scan/context-in";

/** An account that a scan of several reads. */
export interface Member {
  readonly accountId: string;
  /** Absent: the identity's own account, which it reads as it is. */
  readonly role?: Role;
}

export interface Members {
  readonly members: readonly Member[];
  /** Those of the organization that nobody may enter. */
  readonly inactive: NonNullable<Snapshot["inactiveAccounts"]>;
}

/**
 * The accounts that a scan asks for, by id: those of the roles that it names, or all active ones of the organization.
 *
 * @throws {ScanFailureError} when the organization does not list its accounts.
 */
export async function findMembers(
  hub: Session,
  identity: CallerIdentity,
  request: ScanRequest,
): Promise<Members> {
  const { roleArns = [], roleName, externalId } = request.accounts ?? {};
  if (roleName === undefined)
    return { members: inOrder(roleArns.map((arn) => ofRole(arn, externalId))), inactive: [] };
  const accounts = await listOrganization(hub, identity, request);
  const members = accounts
    .filter(({ state }) => state === "ACTIVE")
    .map(({ id }) =>
      id === identity.accountId
        ? { accountId: id }
        : ofRole(`arn:${identity.partition}:iam::${id}:role/${roleName}`, externalId),
    );
  const inactive = accounts
    .filter(({ state }) => state !== "ACTIVE")
    .map(({ id, state }) => ({ accountId: id, state }));
  return { members, inactive };
}

function inOrder(members: readonly Member[]): Member[] {
  return members.toSorted((one, other) => compareText(one.accountId, other.accountId));
}

function ofRole(roleArn: string, externalId: string | undefined): Member {
  return { accountId: parseArn(roleArn)?.accountId ?? "", role: { roleArn, externalId } };
}

async function listOrganization(hub: Session, identity: CallerIdentity, request: ScanRequest) {
  try {
    return await listAccounts(contextIn(hub, identity, request).reader(hub.regions.homeRegion));
  } catch (error) {
    if (!(error instanceof CollectionError)) throw error;
    const { reason, message } = error.gap;
    throw new ScanFailureError({
      code: reason === "access-denied" ? "access-denied" : "unexpected",
      message: `The accounts of the organization could not be listed: ${message}`,
      advice:
        "Scan as the management account or a delegated administrator, name a role of it that reads the organization, or name a role of each account.",
    });
  }
}
