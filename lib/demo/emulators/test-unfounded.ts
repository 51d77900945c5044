import { z } from "zod";
import type { Report } from "@/lib/model/report";
import type { Snapshot } from "@/lib/model/snapshot";
import { type Gap, gapReasons, missing, type Observed } from "@/lib/model/observed";

const observedSchema = z.union([
  z.object({ known: z.literal(true), read: z.object({ action: z.string(), at: z.string() }) }),
  z.object({ known: z.literal(false), gap: z.object({ action: z.string() }) }),
]);

/** Calls whose answers stand in the snapshot: action and instant. */
function answersIn(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value !== "object" || value === null) return found;
  const observed = observedSchema.safeParse(value);
  if (observed.success && observed.data.known)
    found.add(`${observed.data.read.action} ${observed.data.read.at}`);
  for (const member of Object.values(value)) answersIn(member, found);
  return found;
}

/** Passes that no answer stands behind, or that a missing one stands beside. There shall be none. */
export function unfoundedPasses({ streams, accountVerdicts }: Report, snapshot: Snapshot): string[] {
  const answers = answersIn(snapshot);
  const verdicts = [...streams.flatMap((stream) => stream.verdicts), ...accountVerdicts];
  return verdicts
    .filter(({ status }) => status === "pass")
    .filter(({ reads, gaps }) => {
      const founded = reads.length > 0 && reads.every(({ action, at }) => answers.has(`${action} ${at}`));
      return !founded || gaps.length > 0;
    })
    .map(({ checkId, evidence }) => `${checkId}: ${evidence}`);
}

/** Gaps without a name for what is missing, or with a reason that nobody knows. There shall be none. */
export function namelessGaps({ scan }: Report): Gap[] {
  return scan.gaps.filter(
    ({ action, reason, message }) =>
      !/^[a-z0-9]+:[A-Z]\w+$/.test(action) || !gapReasons.includes(reason) || !message.includes(action),
  );
}

/** The snapshot as it would be, had AWS answered nothing about one part. */
export function withoutPart(snapshot: Snapshot, part: string): Snapshot {
  const lost = (observed: Observed<unknown>) =>
    missing({
      action: observed.known ? observed.read.action : observed.gap.action,
      reason: "not-implemented",
      message: `${part} is not there.`,
    });
  return {
    ...snapshot,
    accounts: snapshot.accounts.map((account) => ({
      ...account,
      ...(part === "iam" && { iam: lost(account.iam) }),
      ...(part === "organization" && { organization: lost(account.organization) }),
      regions: account.regions.map((region) => ({
        ...region,
        ...(part === "streams" && { streams: lost(region.streams) }),
        ...(part === "keys" && { keys: lost(region.keys) }),
        ...(part === "aliases" && { aliases: lost(region.aliases) }),
        ...(part === "vpcEndpoints" && { vpcEndpoints: lost(region.vpcEndpoints) }),
        ...(part === "securityGroups" && { securityGroups: lost(region.securityGroups) }),
      })),
    })),
  };
}

export const parts = [
  "iam",
  "organization",
  "streams",
  "keys",
  "aliases",
  "vpcEndpoints",
  "securityGroups",
] as const;
