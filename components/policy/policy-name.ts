import { resourceOfArn } from "@/lib/format/shorten-arn";
import type { ReportPolicy } from "@/lib/model/report";

const kindWords: Readonly<Record<ReportPolicy["kind"], string>> = {
  managed: "Managed policy",
  inline: "Inline policy",
  trust: "Trust policy",
  stream: "Stream policy",
  consumer: "Consumer policy",
  key: "Key policy",
  endpoint: "Endpoint policy",
};

export function policyKindWords({ kind, awsManaged }: Pick<ReportPolicy, "kind" | "awsManaged">): string {
  return awsManaged ? "AWS managed policy" : kindWords[kind];
}

/** What tells a document from others of its kind: its name, and for one without, what it belongs to. */
export function policyTitle(
  policy: Pick<ReportPolicy, "kind" | "awsManaged" | "name" | "attachedTo">,
): string {
  const [owner] = policy.attachedTo;
  const name = policy.name === "" ? "" : ` ${policy.name}`;
  const of = policy.kind === "managed" || owner === undefined ? "" : ` of ${resourceOfArn(owner)}`;
  return `${policyKindWords(policy)}${policy.kind === "trust" && of !== "" ? "" : name}${of}`;
}
