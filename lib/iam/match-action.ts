import { matchesWildcard } from "@/lib/iam/match-wildcard";

/**
 * Whether an action pattern covers an action, `service:Name`; service and name have no case.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
 */
export function matchesAction(pattern: string, action: string): boolean {
  return matchesWildcard(pattern, action, { ignoreCase: true });
}

/** Whether an action pattern covers every action of every service: `*`, `*:*`. */
export function matchesEveryAction(pattern: string): boolean {
  return /^\*+(:\*+)?$/.test(pattern);
}

/** Whether an action pattern covers every action of at least one service: `iam:*`, `i*:*`, `*`. */
export function matchesWholeService(pattern: string): boolean {
  const [service = "", name, ...more] = pattern.split(":");
  return more.length === 0 && (name === undefined ? service.endsWith("*") : /^\*+$/.test(name));
}
