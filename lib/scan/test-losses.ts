/** Stands for every action. */
export const anyAction = "any";

/** Parts whose list follows from another call's answer: it gets shorter when that call fails. */
const derived: Readonly<Record<string, readonly string[]>> = {
  "kms:ListAliases": [".keys.value", ".aliasNames"],
  "kinesis:DescribeStreamSummary": [".keys.value"],
  "ec2:DescribeInstances": [".hostedZones.value"],
  "ec2:DescribeSubnets": [".hostedZones.value"],
  "lambda:ListFunctions": [".hostedZones.value"],
  "ecs:ListClusters": [".hostedZones.value"],
  "ecs:ListServices": [".hostedZones.value"],
  "ecs:DescribeServices": [".hostedZones.value"],
  "eks:ListClusters": [".hostedZones.value"],
  "eks:DescribeCluster": [".hostedZones.value"],
  "kinesis:GetResourcePolicy": [".serviceUses.value"],
};

/** Members that stand beside a gap of the same call, and that are absent with it. */
const beside: Readonly<Record<string, readonly string[]>> = { "kinesis:DescribeChannel": [".bucketArn"] };

/**
 * What differs between a whole snapshot and one in which an action failed, beyond the facts that the action
 * gives: a fact may become a gap of that action, and nothing else may change. `any`: of whatever action.
 */
export function lossesBetween(whole: unknown, faulted: unknown, action: string, path = ""): string[] {
  if (isGap(faulted)) {
    const same = isGap(whole) && whole.gap.action === faulted.gap.action;
    return same || action === anyAction || faulted.gap.action === action
      ? []
      : [`${path}: lost to ${faulted.gap.action}`];
  }
  if (Array.isArray(whole) && Array.isArray(faulted)) return listLosses(whole, faulted, action, path);
  if (isRecord(whole) && isRecord(faulted)) {
    return [...new Set([...Object.keys(whole), ...Object.keys(faulted)])]
      .filter((name) => name !== "read")
      .flatMap((name) => lossesBetween(whole[name], faulted[name], action, `${path}.${name}`));
  }
  if (faulted === undefined && endsIn(beside, action, path)) return [];
  return whole === faulted ? [] : [`${path}: ${JSON.stringify(whole)} became ${JSON.stringify(faulted)}`];
}

function listLosses(whole: unknown[], faulted: unknown[], action: string, path: string): string[] {
  if (whole.length === faulted.length) {
    return whole.flatMap((item, index) => lossesBetween(item, faulted[index], action, `${path}[${index}]`));
  }
  const mayShrink = faulted.length < whole.length && endsIn(derived, action, path);
  return mayShrink ? [] : [`${path}: ${whole.length} became ${faulted.length}`];
}

function endsIn(paths: Readonly<Record<string, readonly string[]>>, action: string, path: string): boolean {
  const ends = action === anyAction ? Object.values(paths).flat() : (paths[action] ?? []);
  return ends.some((end) => path.endsWith(end));
}

interface Missing {
  readonly known: false;
  readonly gap: { readonly action: string };
}

function isGap(value: unknown): value is Missing {
  return isRecord(value) && value["known"] === false;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
