import type { AccessAction } from "@/lib/iam/access-index/access-input";
import { findServiceAction } from "@/lib/kinesis/service-actions";

/** Becoming a role, and everything in IAM that changes who somebody is or what they may do. */
export const reachActions: readonly AccessAction[] = [
  "sts:AssumeRole",
  "iam:AddUserToGroup",
  "iam:AttachGroupPolicy",
  "iam:AttachRolePolicy",
  "iam:AttachUserPolicy",
  "iam:CreateAccessKey",
  "iam:CreateLoginProfile",
  "iam:CreatePolicyVersion",
  "iam:PassRole",
  "iam:PutGroupPolicy",
  "iam:PutRolePolicy",
  "iam:PutUserPolicy",
  "iam:SetDefaultPolicyVersion",
  "iam:UpdateAssumeRolePolicy",
  "iam:UpdateLoginProfile",
].map((name) => {
  const action = findServiceAction(name);
  if (!action) throw new Error(`The service authorization reference does not list ${name}.`);
  return { name, resourceKinds: action.resourceTypes };
});
