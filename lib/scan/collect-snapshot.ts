import "server-only";
import { setMaxListeners } from "node:events";
import { openSession, type Patience, type Session } from "@/lib/aws/open-session";
import { collectAccessKeys } from "@/lib/collectors/access-keys";
import { collectAccountSummary } from "@/lib/collectors/account-summary";
import { collectEnabledRegions } from "@/lib/collectors/enabled-regions";
import { collectIam } from "@/lib/collectors/iam";
import { collectOrganization } from "@/lib/collectors/organization";
import { collectRegion } from "@/lib/collectors/region";
import { collectServiceUses } from "@/lib/collectors/service-uses";
import type { ScanEventBody, ScanRequest } from "@/lib/model/scan";
import type { AccountSnapshot, Snapshot } from "@/lib/model/snapshot";
import { chooseRegions } from "@/lib/scan/choose-regions";
import { contextIn } from "@/lib/scan/context-in";
import { identify } from "@/lib/scan/identify";
import { principalsToAsk, usersToAsk } from "@/lib/scan/users-to-ask";

export interface CollectSnapshotOptions {
  readonly request: ScanRequest;
  readonly scanId: string;
  readonly toolVersion: string;
  /** Aborting it rejects with its reason, without waiting for calls in flight. */
  readonly signal: AbortSignal;
  readonly tell: (event: ScanEventBody) => void;
  readonly now?: () => Date;
  readonly patience?: Patience;
}

/**
 * Reads everything that the checks need, and says by name what could not be read.
 *
 * @throws {ScanFailureError} when the scan cannot run at all.
 */
export async function collectSnapshot(options: CollectSnapshotOptions): Promise<Snapshot> {
  options.signal.throwIfAborted();
  const ended = new AbortController();
  const signal = AbortSignal.any([options.signal, ended.signal]);
  // Every call in flight listens to it, hundreds at a time.
  setMaxListeners(0, signal);
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(asError(signal.reason)), { once: true });
  });
  try {
    return await Promise.race([collect({ ...options, signal }), aborted]);
  } finally {
    // Whatever is still under way after a failure has nobody left to answer to.
    ended.abort();
  }
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error("The scan was cancelled.", { cause: reason });
}

async function collect(options: CollectSnapshotOptions): Promise<Snapshot> {
  const { request, scanId, toolVersion, signal, now = () => new Date(), patience } = options;
  const startedAt = now().toISOString();
  const tell = (event: ScanEventBody) => {
    if (!signal.aborted) options.tell(event);
  };
  const session = await openSession({ request, toolVersion, signal, tell, now, patience });
  try {
    const account = await collectAccount(session, request, tell);
    return {
      schemaVersion: 1,
      tool: { name: "weir", version: toolVersion },
      scanId,
      startedAt,
      finishedAt: now().toISOString(),
      source: session.source(),
      accounts: [account],
      calls: session.aws.counts(),
    };
  } finally {
    session.close();
  }
}

async function collectAccount(
  session: Session,
  request: ScanRequest,
  tell: CollectSnapshotOptions["tell"],
): Promise<AccountSnapshot> {
  const { homeRegion } = session.regions;
  const home = session.clientsFor(homeRegion);
  const identity = await identify(session, request);
  const { accountId, arn: identityArn, partition } = identity;
  tell({ type: "identified", accountId, identityArn });

  const context = contextIn(session, identity, request);
  const global = context(homeRegion, home);
  const accountRead = Promise.all([
    collectIam(global),
    collectOrganization(global, context(homeRegion, session.readerFor(homeRegion))),
    collectAccountSummary(global),
  ]);
  // Awaited below; a failure before that must not end the process.
  accountRead.catch(() => undefined);
  const enabledRegions = await collectEnabledRegions(global);
  const regions = chooseRegions(request, session.regions, enabledRegions);
  tell({ type: "planned", regions });

  const [[iam, organization, accountSummary], regionSnapshots] = await Promise.all([
    accountRead,
    Promise.all(regions.map((region) => collectRegion(context(region, session.clientsFor(region))))),
  ]);
  const read = { iam, regions: regionSnapshots };
  const [accessKeys, serviceUses] = await Promise.all([
    collectAccessKeys(global, usersToAsk(read)),
    collectServiceUses(global, principalsToAsk(read)),
  ]);
  return {
    accountId,
    identityArn,
    partition,
    enabledRegions,
    ...organization,
    iam,
    accountSummary,
    accessKeys,
    serviceUses,
    regions: regionSnapshots,
  };
}
