import { matchesAction } from "@/lib/iam/match-action";
import { matchesArn } from "@/lib/iam/match-arn";
import { matchesWildcard } from "@/lib/iam/match-wildcard";
import type { Statement } from "@/lib/iam/statement";
import type { RegionPlace } from "@/lib/model/check";

/** An action that is named by nobody, so that only a wildcard over all of Kinesis covers it. */
const anyKinesisAction = "kinesis:WeirProbe6F1C";

/** Whether a statement covers all actions of Kinesis, whatever else. */
export function coversEveryKinesisAction({ actions, notActions }: Statement): boolean {
  if (notActions) return !notActions.some(touchesKinesis);
  return actions?.some((pattern) => matchesAction(pattern, anyKinesisAction)) === true;
}

function touchesKinesis(pattern: string): boolean {
  const [service = ""] = pattern.split(":");
  return matchesWildcard(service, "kinesis", { ignoreCase: true });
}

/** Whether a statement covers the streams of every account: an endpoint reaches those of its own Region only. */
export function coversEveryStream(
  { resources, notResources }: Statement,
  { partition, region }: RegionPlace,
): boolean {
  const anyStream = `arn:${partition}:kinesis:${region}:000000000000:stream/weir-probe-6f1c`;
  if (notResources) return !notResources.some((pattern) => matchesArn(pattern, anyStream));
  return resources?.some((pattern) => matchesArn(pattern, anyStream)) ?? false;
}

/** Whether a statement names everybody: `*`, or all but some. */
export function coversEverybody({ principals, notPrincipals }: Statement): boolean {
  if (notPrincipals) return true;
  return principals?.some(({ type, value }) => type === "AWS" && value === "*") ?? false;
}
