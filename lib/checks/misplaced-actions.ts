import { enumerate } from "@/lib/checks/enumerate";
import type { NamingStatement } from "@/lib/checks/naming-statements";
import { matchesAction } from "@/lib/iam/match-action";
import { matchesWildcard } from "@/lib/iam/match-wildcard";
import { kinesisActions } from "@/lib/kinesis/service-actions";

/**
 * The actions of a statement that count on none of its resources, in sentences' ends.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_kinesis.html
 */
export function misplacedActions({ statement }: NamingStatement): string[] {
  const { actions = [], resources = [] } = statement;
  const ofConsumers = resources.some(canBeConsumer) ? [] : actions.filter(isOfConsumersOnly);
  const ofNoResource = resources.some((pattern) => matchesWildcard(pattern, "*"))
    ? []
    : actions.filter(isOfNoResource);
  return [
    ...(ofConsumers.length > 0
      ? [
          `allows or denies ${enumerate(ofConsumers)}, which counts on the ARN of a consumer, and names streams only`,
        ]
      : []),
    ...(ofNoResource.length > 0
      ? [
          `allows or denies ${enumerate(ofNoResource)} on an ARN, which AWS's reference lists without a type of resource, so that it may count on * only`,
        ]
      : []),
  ];
}

function isOfConsumersOnly(pattern: string): boolean {
  const types = typesBehind(pattern);
  return types.length > 0 && types.every((of) => of.length > 0 && of.every((type) => type === "consumer"));
}

function isOfNoResource(pattern: string): boolean {
  const types = typesBehind(pattern);
  return types.length > 0 && types.every((of) => of.length === 0);
}

/** The types of resources of each action that a pattern covers. */
function typesBehind(pattern: string): readonly (readonly string[])[] {
  return kinesisActions
    .filter(({ name }) => matchesAction(pattern, name))
    .map(({ resourceTypes }) => resourceTypes);
}

/** Of a consumer the ARN has its stream's before it, which a wildcard at the end reaches across. */
function canBeConsumer(pattern: string): boolean {
  const resource = pattern.split(":").slice(5).join(":");
  return resource === "" || resource.includes("*") || resource.includes("/consumer/");
}
