import type { Node } from "jsonc-parser";
import { membersOf, quote, textOf } from "@/lib/iam/json-tree";
import { readConditions, readPrincipals, readText, readTexts } from "@/lib/iam/read-elements";
import type { Report } from "@/lib/iam/read-elements";
import type { Statement } from "@/lib/iam/statement";

const elementNames = new Set([
  "Sid",
  "Effect",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Principal",
  "NotPrincipal",
  "Condition",
]);

const exclusiveElements = [
  ["Action", "NotAction"],
  ["Resource", "NotResource"],
  ["Principal", "NotPrincipal"],
] as const;

/** One statement. Resource is not asked for: trust policies have none, nor Principal: identity policies have none. */
export function readStatement(node: Node, index: number, report: Report): Statement | undefined {
  if (node.type !== "object") {
    report(node, "a statement is an object");
    return undefined;
  }
  const elements = new Map<string, Node>();
  for (const { key, keyNode, value } of membersOf(node)) {
    if (!elementNames.has(key)) report(keyNode, `unknown element ${quote(key)}`);
    elements.set(key, value);
  }
  reportMissing(node, elements, report);

  const span = { start: node.offset, end: node.offset + node.length };
  const effect = readEffect(elements.get("Effect"), report);
  const conditionNode = elements.get("Condition");
  const conditions = conditionNode ? readConditions(conditionNode, report) : [];
  return { index, span, effect, conditions, ...readOptional(elements, report) };
}

type OptionalName = Exclude<keyof Statement, "index" | "span" | "effect" | "conditions">;

function readOptional(elements: ReadonlyMap<string, Node>, report: Report): Pick<Statement, OptionalName> {
  const [sid, action, notAction, resource, notResource, principal, notPrincipal] = [
    elements.get("Sid"),
    elements.get("Action"),
    elements.get("NotAction"),
    elements.get("Resource"),
    elements.get("NotResource"),
    elements.get("Principal"),
    elements.get("NotPrincipal"),
  ];
  return {
    ...(sid && { sid: readText(sid, "Sid", report) }),
    ...(action && { actions: readTexts(action, "Action", report) }),
    ...(notAction && { notActions: readTexts(notAction, "NotAction", report) }),
    ...(resource && { resources: readTexts(resource, "Resource", report) }),
    ...(notResource && { notResources: readTexts(notResource, "NotResource", report) }),
    ...(principal && { principals: readPrincipals(principal, "Principal", report) }),
    ...(notPrincipal && { notPrincipals: readPrincipals(notPrincipal, "NotPrincipal", report) }),
  };
}

function reportMissing(node: Node, elements: ReadonlyMap<string, Node>, report: Report): void {
  if (!elements.has("Effect")) report(node, "there is no Effect");
  if (!elements.has("Action") && !elements.has("NotAction"))
    report(node, "there is neither Action nor NotAction");
  for (const [positive, negative] of exclusiveElements)
    if (elements.has(positive) && elements.has(negative))
      report(node, `${positive} and ${negative} exclude each other`);
}

function readEffect(node: Node | undefined, report: Report): Statement["effect"] {
  const effect = node && textOf(node);
  if (node && effect !== "Allow" && effect !== "Deny") report(node, "Effect is neither Allow nor Deny");
  return effect === "Allow" ? "Allow" : "Deny";
}
