import { parseArn } from "@/lib/model/arn";

/** A policy in words, in the middle of a sentence, by the id that evidence points at it with. */
export function policyName(policyId: string): string {
  const [, ownerArn, kind, name] = /^([^#]*)#(inline|group|policy)(?:\/(.*))?$/s.exec(policyId) ?? [];
  if (ownerArn === undefined) return `policy ${lastPart(policyId)}`;
  if (kind === "policy") return `the policy of ${resourceName(ownerArn)}`;
  return kind === "inline"
    ? `the inline policy ${name} of ${resourceName(ownerArn)}`
    : `the policies of group ${name}`;
}

/** `role orders-producer`, `stream orders`, `consumer billing`. */
function resourceName(arn: string): string {
  const [type = "", ...path] = (parseArn(arn)?.resource ?? arn).split("/");
  const [consumer] = path.at(-2) === "consumer" ? lastPart(arn).split(":") : [];
  return consumer === undefined ? `${type} ${path.at(-1) ?? ""}`.trimEnd() : `consumer ${consumer}`;
}

function lastPart(text: string): string {
  return text.split("/").at(-1) ?? text;
}

/** Of a managed policy that AWS writes, and nobody else can change. */
export function isAwsManaged(policyId: string): boolean {
  return /^arn:[^:]+:iam::aws:policy\//.test(policyId);
}

/** Of a stream, a consumer or a key. */
export function isResourcePolicy(policyId: string): boolean {
  return policyId.endsWith("#policy");
}
