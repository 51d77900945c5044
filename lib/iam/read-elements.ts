import type { Node } from "jsonc-parser";
import { listOf, membersOf, quote, textOf } from "@/lib/iam/json-tree";
import { principalTypes } from "@/lib/iam/principal";
import type { PrincipalEntry } from "@/lib/iam/principal";
import type { Condition } from "@/lib/iam/statement";

/** Notes what is wrong with a node; the document as a whole is then a problem. */
export type Report = (node: Node, message: string) => void;

export function readText(node: Node, element: string, report: Report): string {
  if (node.type !== "string") report(node, `${element} is not text`);
  return textOf(node);
}

/** One text, or a list of texts. */
export function readTexts(node: Node, element: string, report: Report): string[] {
  return listOf(node).map((each) => {
    if (each.type !== "string") report(each, `${element} is neither text nor a list of texts`);
    return textOf(each);
  });
}

export function readPrincipals(node: Node, element: string, report: Report): PrincipalEntry[] {
  if (node.type === "string" && node.value === "*") return [{ type: "AWS", value: "*" }];
  if (node.type !== "object") {
    report(node, `${element} is neither "*" nor an object`);
    return [];
  }
  return membersOf(node).flatMap(({ key, keyNode, value }) => {
    const type = principalTypes.find((each) => each === key);
    if (!type) report(keyNode, `unknown kind of principal ${quote(key)}`);
    const values = readTexts(value, `${element} ${quote(key)}`, report);
    return type ? values.map((each) => ({ type, value: each })) : [];
  });
}

export function readConditions(node: Node, report: Report): Condition[] {
  if (node.type !== "object") {
    report(node, "Condition is not an object");
    return [];
  }
  return membersOf(node).flatMap(({ key: operator, value: block }) => {
    if (block.type !== "object") {
      report(block, `Condition ${quote(operator)} is not an object`);
      return [];
    }
    return membersOf(block).map(({ key, value }) => {
      return { operator, key, values: readConditionValues(value, key, report) };
    });
  });
}

const conditionValueTypes = new Set(["string", "number", "boolean"]);

/** Unquoted numbers and booleans are valid, e.g. `"Bool": { "aws:SecureTransport": false }`. */
function readConditionValues(node: Node, key: string, report: Report): string[] {
  return listOf(node).map((each) => {
    if (!conditionValueTypes.has(each.type))
      report(each, `the value of condition key ${quote(key)} is no text`);
    return textOf(each);
  });
}
