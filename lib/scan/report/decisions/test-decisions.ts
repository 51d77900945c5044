import { readersConfirmed } from "@/lib/checks/attested/readers-confirmed";
import { arnOf, policyWith, reads, streamNamed, writes } from "@/lib/checks/test-access";
import { retentionLongEnough } from "@/lib/checks/watching/retention-long-enough";
import { writersCannotRead } from "@/lib/checks/writers-cannot-read";
import type { Decisions, Waiver } from "@/lib/model/decision";
import { reportSchema } from "@/lib/model/report";
import type { Finding, Report } from "@/lib/model/report";
import { defaultSettings } from "@/lib/model/settings";
import { buildInventory, buildRole } from "@/lib/model/test-iam";
import { accountId, read } from "@/lib/model/test-place";
import { buildAccount, buildRegion, buildSnapshot } from "@/lib/model/test-snapshot";
import { buildReport } from "@/lib/scan/build-report";
import { evidenceReader } from "@/lib/scan/report/decisions/waived-evidence";
import { sha256 } from "@/lib/scan/sha256";

export const today = "2026-11-26";
export const short = (name: string, hours = 24) => streamNamed(name, { retentionHours: read(hours) });
export const anyStream = { Action: [...writes.Action, ...reads.Action], Resource: arnOf("*") };
export const mixed = (...more: readonly object[]) => policyWith("mixed", anyStream, ...more);
export const holder = (name: string) => buildRole({ name, attachedPolicyArns: [mixed().arn] });

export interface Scene {
  readonly streams?: readonly ReturnType<typeof streamNamed>[];
  readonly roles?: readonly ReturnType<typeof buildRole>[];
  readonly policy?: ReturnType<typeof policyWith>;
  readonly decisions?: Partial<Decisions>;
  readonly set?: "course" | "full";
}

export function reportOf({
  streams = [short("orders")],
  roles = [holder("a")],
  policy = mixed(),
  decisions = {},
  set = "full",
}: Scene = {}): Report {
  const iam = read(buildInventory({ users: [], groups: [], roles: [...roles], managedPolicies: [policy] }));
  const accounts = [buildAccount({ iam, regions: [buildRegion({ streams: read([...streams]) })] })];
  const report = buildReport({
    snapshot: buildSnapshot({ accounts }),
    settings: defaultSettings,
    set,
    hash: sha256,
    checks: [writersCannotRead, retentionLongEnough, readersConfirmed],
    decisions: { on: today, waivers: [], attestations: [], ...decisions },
  });
  return reportSchema.parse(report);
}

export function findingIn({ findings }: Report, checkId: string, words = ""): Finding {
  const found = findings.find(({ checkId: id, cause }) => id === checkId && cause.label.includes(words));
  if (!found) throw new Error(`No finding of ${checkId}.`);
  return found;
}

export function waiverOf(report: Report, finding: Finding, change: Partial<Waiver> = {}): Waiver {
  return {
    id: "w1",
    accountId,
    findingId: finding.findingId,
    checkId: finding.checkId,
    reason: "Ends with the move to the new platform",
    owner: "data-platform",
    createdAt: "2026-11-01T08:00:00.000Z",
    expiresOn: "2027-02-28",
    evidence: evidenceReader(report.policies, sha256)(finding),
    ...change,
  };
}

export const statusOn = ({ streams }: Report, name: string, checkId: string) =>
  streams.find((stream) => stream.name === name)?.verdicts.find((verdict) => verdict.checkId === checkId)
    ?.status;

/** What a scene comes to when a finding of another was accepted. */
export function acceptedIn(
  checkId: string,
  before: Scene,
  now: Scene = before,
  change: Partial<Waiver> = {},
): Report {
  const report = reportOf(before);
  const waiver = waiverOf(report, findingIn(report, checkId), change);
  return reportOf({ ...now, decisions: { waivers: [waiver] } });
}
