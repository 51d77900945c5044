import "server-only";
import { calls } from "@/lib/aws/calls";
import { buildGap, CollectionError } from "@/lib/aws/collection-error";
import type { Session } from "@/lib/aws/open-session";
import { ScanFailureError } from "@/lib/aws/scan-failure-error";
import { type CallerIdentity, readCallerIdentity } from "@/lib/collectors/caller-identity";
import type { Gap, GapReason } from "@/lib/model/observed";
import type { ScanFailure } from "@/lib/model/scan";

/** An account that was entered, and as whom. */
export interface Entered {
  readonly session: Session;
  readonly identity: CallerIdentity;
}

/**
 * Who somebody is that assumed the role of another account.
 *
 * @throws {CollectionError} when that did not lead into it.
 */
export async function identifyMember(
  { aws, clientsFor, regions: { homeRegion } }: Session,
  accountId: string,
): Promise<CallerIdentity> {
  const identity = await readCallerIdentity(aws, clientsFor(homeRegion), homeRegion);
  if (identity.accountId === accountId) return identity;
  // An emulator may let a role be assumed, and stay in the account that it is in.
  const detail = `the role of account ${accountId} leads to account ${identity.accountId}`;
  throw new CollectionError(buildGap(calls.getCallerIdentity, "unexpected", detail, {}));
}

const codeOf: Readonly<Partial<Record<GapReason, ScanFailure["code"]>>> = {
  "access-denied": "access-denied",
  "expired-credentials": "expired-credentials",
  "timed-out": "unreachable",
  unreachable: "unreachable",
};

/**
 * Of each account why it could not be entered, nothing where it was.
 *
 * @throws {ScanFailureError} when none was.
 */
export function requireOne(shuts: readonly (Gap | undefined)[]): void {
  const [shut] = shuts;
  if (shut === undefined || shuts.includes(undefined)) return;
  const advice =
    "Check the names of the roles, their trust policies and the external id, and that the caller may call sts:AssumeRole on them.";
  throw new ScanFailureError({
    code: codeOf[shut.reason] ?? "unexpected",
    message: `${shuts.length === 1 ? "The account could not" : `None of the ${shuts.length} accounts could`} be entered. ${shut.message}`,
    advice,
  });
}
