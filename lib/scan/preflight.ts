import "server-only";
import { setMaxListeners } from "node:events";
import { calls } from "@/lib/aws/calls";
import { CollectionError } from "@/lib/aws/collection-error";
import { findEmulator } from "@/lib/aws/find-emulator";
import { fallbackRegions } from "@/lib/aws/home-region";
import { openSession, type Patience, type Session } from "@/lib/aws/open-session";
import { Attempts } from "@/lib/collectors/preflight/attempts";
import { recordPoliciesOf } from "@/lib/collectors/preflight/record-policies";
import { tryIam } from "@/lib/collectors/preflight/try-iam";
import { tryKinesis } from "@/lib/collectors/preflight/try-kinesis";
import { tryKms } from "@/lib/collectors/preflight/try-kms";
import { tryNetwork } from "@/lib/collectors/preflight/try-network";
import { tryOrganization } from "@/lib/collectors/preflight/try-organization";
import { tryOnDemand } from "@/lib/collectors/preflight/try-on-demand";
import { tryWatching } from "@/lib/collectors/preflight/try-watching";
import { tryWorkloads } from "@/lib/collectors/preflight/try-workloads";
import type { Gap } from "@/lib/model/observed";
import { findMembers } from "@/lib/scan/members";
import type { CallAccess, Preflight } from "@/lib/model/preflight";
import type { ScanRequest } from "@/lib/model/scan";
import { contextIn } from "@/lib/scan/context-in";
import { type Entered, identifyMember, requireOne } from "@/lib/scan/enter-account";
import { identify } from "@/lib/scan/identify";
import { buildPolicyFor } from "@/lib/scan/scan-policy";

interface PreflightOptions {
  readonly toolVersion: string;
  readonly signal: AbortSignal;
  readonly now?: () => Date;
  readonly patience?: Patience;
}

/**
 * Says before a scan who we are, where we point and what is missing: each call of the scan is made once, with the
 * smallest page, in the first Region of the request. It says what came back and infers nothing from it.
 *
 * @throws {ScanFailureError} when a scan could not run at all.
 */
export async function runPreflight(request: ScanRequest, options: PreflightOptions): Promise<Preflight> {
  const { toolVersion, now = () => new Date(), patience } = options;
  const signal = AbortSignal.any([options.signal]);
  // Every call in flight listens to it.
  setMaxListeners(0, signal);
  const tell = () => undefined;
  const session = await openSession({ request, toolVersion, signal, tell, now, patience });
  try {
    return await examine(await firstOf(session, request), { request, signal });
  } finally {
    session.close();
  }
}

/** Where several accounts are asked for, the first that can be entered stands for all. */
async function firstOf(hub: Session, request: ScanRequest): Promise<Entered> {
  const identity = await identify(hub, request);
  if (!request.accounts) return { session: hub, identity };
  const shuts: Gap[] = [];
  const { members } = await findMembers(hub, identity, request);
  for (const { accountId, role } of members) {
    if (!role) return { session: hub, identity };
    try {
      const session = await hub.assume(role, () => undefined);
      return { session, identity: await identifyMember(session, accountId) };
    } catch (error) {
      if (!(error instanceof CollectionError)) throw error;
      shuts.push(error.gap);
    }
  }
  requireOne(shuts);
  return { session: hub, identity };
}

async function examine(
  { session, identity }: Entered,
  { request, signal }: { readonly request: ScanRequest; readonly signal: AbortSignal },
): Promise<Preflight> {
  const { homeRegion, configured } = session.regions;
  const { regions, allRegions, source: asked } = request;
  // Where nothing says which Region, a scan would not begin; a check that passed would have been for nothing.
  if (regions.length === 0 && !allRegions && asked.kind !== "demo") fallbackRegions(request, session.regions);
  const region = request.regions[0] ?? configured ?? homeRegion;
  const contextOf = contextIn(session, identity, request);
  const context = contextOf.own(region);
  const attempts = new Attempts(context);
  const [page] = await Promise.all([
    tryIam(context, attempts),
    tryOrganization(context, contextOf.reader(region), attempts),
    tryKinesis(context, attempts),
    tryKms(context, attempts),
    tryNetwork(context, attempts),
    tryWatching(context, attempts),
    tryWorkloads(context, attempts),
    tryOnDemand(context, attempts),
  ]);
  const source = session.source();
  const emulator =
    source.kind === "endpoint" && source.endpoint !== undefined
      ? await findEmulator(source.endpoint, signal)
      : undefined;
  const accesses = inOrder(attempts.accesses);
  const missingActions = accesses.filter(({ access }) => access === "denied").map(({ action }) => action);
  return {
    source,
    ...(emulator !== undefined && { emulator }),
    accountId: identity.accountId,
    identityArn: identity.arn,
    region,
    calls: accesses,
    missingActions,
    recordPolicies: recordPoliciesOf(identity.arn, page),
    policyToAdd: missingActions.length === 0 ? null : buildPolicyFor(missingActions),
  };
}

/** As in the list of calls, however fast each was answered. */
function inOrder(accesses: readonly CallAccess[]): CallAccess[] {
  const order = new Map<string, number>(Object.values(calls).map(({ action }, index) => [action, index]));
  return accesses.toSorted((a, b) => (order.get(a.action) ?? 0) - (order.get(b.action) ?? 0));
}
