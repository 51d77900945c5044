import { matchesAction } from "@/lib/iam/match-action";
import { matchesWildcard } from "@/lib/iam/match-wildcard";
import { kinesisActions } from "@/lib/kinesis/service-actions";

/** The actions that a pattern covers, without those that count on none of the resources. */
export function actionsBehind(pattern: string, resources: readonly string[]): string[] {
  return kinesisActions
    .filter(({ name, resourceTypes }) => matchesAction(pattern, name) && countsOn(resourceTypes, resources))
    .map(({ name }) => name);
}

function countsOn(types: readonly string[], resources: readonly string[]): boolean {
  if (resources.some((each) => matchesWildcard(each, "*"))) return true;
  if (types.length === 0) return false;
  return types.some((type) => type !== "consumer") || resources.some(canBeConsumer);
}

/** A wildcard at the end reaches over a stream's name to its consumers. */
function canBeConsumer(pattern: string): boolean {
  return pattern.endsWith("*") || pattern.includes("/consumer/");
}

/** Whether a pattern covers actions of Kinesis among those of other services. */
export function isOfEveryService(pattern: string): boolean {
  return !pattern.toLowerCase().startsWith("kinesis:") && matchesAction(pattern, "kinesis:PutRecord");
}
