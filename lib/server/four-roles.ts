import "server-only";
import { buildFourRoles } from "@/lib/kinesis/four-roles/build-four-roles";
import type { FourRoles, RoleName, RolePolicy } from "@/lib/kinesis/four-roles/four-roles";
import { proveFourRoles, type RoleProof } from "@/lib/kinesis/four-roles/prove-four-roles";
import { toRoleStream } from "@/lib/kinesis/four-roles/to-role-stream";
import type { Report, ReportStream } from "@/lib/model/report";
import type { AccountSnapshot, RegionSnapshot } from "@/lib/model/snapshot";
import { toCloudFormation, toTerraform } from "@/lib/remediation/four-roles";
import { HttpError } from "@/lib/server/http-error";
import type { RoleWish } from "@/lib/server/role-options";
import { runtime } from "@/lib/server/runtime";
import { requireViewer } from "@/lib/server/viewer";

/** The policy of one role, and what it was held to. A document that is not proven is not there. */
interface ProvenPolicy extends Omit<RoleProof, "role"> {
  readonly role: RoleName;
  readonly document: string | undefined;
  readonly notes: readonly string[];
  /** It works once the statements for the keys stand in their policies. */
  readonly needsKeyStatements: boolean;
}

export interface FourRolesView {
  readonly streams: readonly string[];
  /** Names that were asked for, of which the scan saw no stream. */
  readonly missing: readonly string[];
  readonly policies: readonly ProvenPolicy[];
  readonly endpointPolicy: string;
  readonly keyStatements: readonly { readonly keyArn: string; readonly text: string }[];
  readonly terraform: string;
  readonly cloudFormation: string;
}

/** The four policies for a stream of a report and others beside it, by what the scan read. */
export async function loadFourRoles(
  report: Report,
  stream: ReportStream,
  { options, others }: RoleWish,
): Promise<FourRolesView> {
  await requireViewer();
  const { account, region } = await placeOf(report, stream);
  const live = region.streams.known ? region.streams.value : [];
  const names = new Set([stream.name, ...others]);
  const chosen = live.filter(({ name }) => names.has(name));
  const four = buildFourRoles(
    chosen.map((each) => toRoleStream(each, region)),
    options,
  );
  const policies = provenPolicies(account, four);
  const shown = four.policies.filter(({ role }) =>
    policies.some((policy) => policy.role === role && policy.document !== undefined),
  );
  const needsKeys = policies.some(({ needsKeyStatements }) => needsKeyStatements);
  return {
    streams: chosen.map(({ name }) => name),
    missing: [...names].filter((name) => !chosen.some((each) => each.name === name)),
    policies,
    endpointPolicy: pretty(four.endpointPolicy),
    keyStatements: needsKeys
      ? [...four.keyStatements].map(([keyArn, statements]) => ({ keyArn, text: pretty(statements) }))
      : [],
    terraform: toTerraform(four, shown),
    cloudFormation: toCloudFormation(four, shown),
  };
}

async function placeOf(
  { scan }: Report,
  { accountId, region }: ReportStream,
): Promise<{ readonly account: AccountSnapshot; readonly region: RegionSnapshot }> {
  const snapshot = await (await runtime()).store.snapshot(scan.id);
  const account = snapshot?.accounts.find((each) => each.accountId === accountId);
  const place = account?.regions.find((each) => each.region === region);
  if (!account || !place) throw new HttpError("not-found", "The scan was removed just now.");
  return { account, region: place };
}

function provenPolicies(account: AccountSnapshot, four: FourRoles): ProvenPolicy[] {
  const proofs = proveFourRoles(account, four, false);
  const isWhole = proofs.every(({ problems }) => problems.length === 0);
  const withKeys = isWhole ? [] : proveFourRoles(account, four, true);
  return four.policies.map((policy) => {
    const plain = proofOf(proofs, policy.role);
    const helped = proofOf(withKeys, policy.role);
    const needsKeys = plain.problems.length > 0 && helped.role !== undefined && helped.problems.length === 0;
    return toProven(policy, needsKeys ? helped : plain, needsKeys);
  });
}

/** Where there is no document there is nothing to prove. */
function proofOf(
  proofs: readonly RoleProof[],
  role: RoleName,
): Omit<RoleProof, "role"> & { role?: RoleName } {
  return (
    proofs.find((proof) => proof.role === role) ?? {
      allows: [],
      conditions: [],
      limits: [],
      otherStreams: 0,
      problems: [],
    }
  );
}

function toProven(
  { role, document, notes }: RolePolicy,
  { allows, conditions, otherStreams, limits, problems }: Omit<RoleProof, "role">,
  needsKeyStatements: boolean,
): ProvenPolicy {
  const isProven = document !== undefined && problems.length === 0;
  return {
    role,
    notes,
    needsKeyStatements,
    allows,
    conditions,
    otherStreams,
    limits,
    problems,
    document: isProven ? pretty(document) : undefined,
  };
}

function pretty(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
