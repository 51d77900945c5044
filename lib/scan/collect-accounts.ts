import "server-only";
import { bound } from "@/lib/aws/bound";
import { CollectionError } from "@/lib/aws/collection-error";
import { fallbackRegions } from "@/lib/aws/home-region";
import type { Session } from "@/lib/aws/open-session";
import type { CallerIdentity } from "@/lib/collectors/caller-identity";
import type { Gap } from "@/lib/model/observed";
import type { ScanEventBody, ScanRequest } from "@/lib/model/scan";
import type { AccountSnapshot, Snapshot } from "@/lib/model/snapshot";
import { collectAccount } from "@/lib/scan/collect-account";
import { identifyMember, requireOne } from "@/lib/scan/enter-account";
import { identify } from "@/lib/scan/identify";
import { findMembers, type Member } from "@/lib/scan/members";
import { unreadAccount } from "@/lib/scan/unread-account";

/** Quotas are each account's own; memory and sockets are not. */
const accountsAtOnce = 8;

type Tell = (event: ScanEventBody) => void;
type Accounts = Pick<Snapshot, "accounts" | "inactiveAccounts" | "calls">;

/**
 * The account of the identity, or those that the scan asks for, side by side. An account that cannot be entered is
 * one of which nothing is known.
 *
 * @throws {ScanFailureError} when the scan cannot run at all.
 */
export async function collectAccounts(hub: Session, request: ScanRequest, tell: Tell): Promise<Accounts> {
  const identity = await identify(hub, request);
  tell({ type: "identified", accountId: identity.accountId, identityArn: identity.arn });
  if (!request.accounts) {
    const account = await collectAccount(hub, { identity, request }, tell);
    return { accounts: [account], calls: hub.aws.close() };
  }
  regionsBeforehand(hub, request);
  const { members, inactive } = await findMembers(hub, identity, request);
  tell({ type: "accounts", accountIds: members.map(({ accountId }) => accountId) });
  const bounded = bound(accountsAtOnce);
  const read = await Promise.all(
    members.map((member) =>
      bounded(() => collectMember({ hub, identity, request, member, tell: tellOf(member, tell) })),
    ),
  );
  requireOne(read.map(({ shut }) => shut));
  return {
    accounts: read.map(({ account }) => account),
    ...(inactive.length > 0 && { inactiveAccounts: [...inactive] }),
    calls: [...countsOf(hub, identity.accountId), ...read.flatMap((one) => one.calls)],
  };
}

function countsOf({ aws }: Session, accountId: string): Snapshot["calls"] {
  return aws.close().map((count) => Object.assign({ accountId }, count));
}

function tellOf({ accountId }: Member, tell: Tell): Tell {
  return (event) => {
    switch (event.type) {
      case "gap":
        tell({ ...event, gap: { ...event.gap, accountId } });
        break;
      case "planned":
      case "progress":
      case "crowded":
      case "meter":
        tell({ ...event, accountId });
        break;
      case "started":
      case "identified":
      case "accounts":
      case "finished":
      case "failed":
      case "cancelled":
        tell(event);
        break;
    }
  };
}

interface MemberScan {
  readonly hub: Session;
  /** The hub's. */
  readonly identity: CallerIdentity;
  readonly request: ScanRequest;
  readonly member: Member;
  readonly tell: Tell;
}

interface ReadMember {
  readonly account: AccountSnapshot;
  readonly calls: Snapshot["calls"];
  /** Why it could not be entered. */
  readonly shut?: Gap;
}

async function collectMember({ hub, identity, request, member, tell }: MemberScan): Promise<ReadMember> {
  const { accountId, role } = member;
  // The own account's calls stand in the hub's count.
  if (!role) return { account: await collectAccount(entered(hub), { identity, request }, tell), calls: [] };
  let session: Session | undefined;
  try {
    session = await hub.assume(role, tell);
    const assumed = await identifyMember(session, accountId);
    const account = await collectAccount(entered(session), { identity: assumed, request }, tell);
    return { account, calls: countsOf(session, accountId) };
  } catch (error) {
    if (!(error instanceof CollectionError)) throw error;
    const { gap: shut } = error;
    tell({ type: "gap", gap: shut });
    const { partition } = identity;
    const regions = regionsBeforehand(hub, request);
    const account = unreadAccount({ accountId, identityArn: role.roleArn, partition, regions, gap: shut });
    // One that was assumed, and leads elsewhere, has asked where.
    return { account, calls: session ? countsOf(session, accountId) : [], shut };
  }
}

/** Where an account does not say which Regions it has enabled, the others go on: its home Region is looked at. */
function entered(session: Session): Session {
  const { homeRegion, configured = homeRegion } = session.regions;
  return { ...session, regions: { homeRegion, configured } };
}

/**
 * The Regions that will be looked at, as far as the request says so.
 *
 * @throws {ScanFailureError} when nothing says which.
 */
function regionsBeforehand({ regions }: Session, request: ScanRequest): readonly string[] {
  if (request.regions.length > 0) return request.regions;
  if (request.allRegions || request.source.kind === "demo") return [regions.configured ?? regions.homeRegion];
  return fallbackRegions(request, regions);
}
