import { matchesWildcard } from "@/lib/iam/match-wildcard";

const arnPartCount = 6;

/**
 * Whether the pattern of a Resource element covers an ARN, case and all.
 *
 * `*` expands beyond the colons, and an ARN that ends early stands for everything that begins so:
 * `arn:aws:kinesis` is `arn:aws:kinesis:*:*:*`.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function matchesArn(pattern: string, arn: string): boolean {
  return matchesWildcard(completed(pattern), arn);
}

function completed(pattern: string): string {
  const parts = pattern.split(":");
  if (parts[0] !== "arn" || parts.length >= arnPartCount) return pattern;
  return [...parts, ...Array.from({ length: arnPartCount - parts.length }, () => "*")].join(":");
}

/**
 * Whether a pattern covers the resources of every service of a partition: `*`, `arn:aws:*`. Tried on
 * names that nobody would write a pattern for.
 */
export function matchesEveryArn(pattern: string, partition: string): boolean {
  const probes = [
    `arn:${partition}:s3:::weir-probe-6f1c`,
    `arn:${partition}:iam::000000000000:role/weir-probe-6f1c`,
    `arn:${partition}:kinesis:zz-probe-9:000000000000:stream/weir-probe-6f1c`,
  ];
  return probes.every((probe) => matchesArn(pattern, probe));
}
