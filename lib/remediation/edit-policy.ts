import { compilePolicy, type PolicyKind } from "@/lib/iam/decision/compile-policy";
import { parsePolicyDocument } from "@/lib/iam/parse-policy-document";
import { policyId as idOf } from "@/lib/model/policy-id";
import type { ReportPolicy } from "@/lib/model/report";
import type { RegionSnapshot, Snapshot } from "@/lib/model/snapshot";
import type { Stream } from "@/lib/model/stream";
import { became, changeEndpoint, changeKey, changeRegions } from "@/lib/remediation/change-snapshot";
import { findDocument, replaceDocument } from "@/lib/remediation/documents";
import { changeIdentities } from "@/lib/remediation/own-identity";
import { policySizes, roomFor, sizeOf } from "@/lib/remediation/policy-sizes";

/** What a policy would be, and whose it is. */
export interface PolicyEdit {
  readonly policy: Pick<ReportPolicy, "id" | "kind" | "awsManaged">;
  readonly text: string;
}

/** The account with the edited policy, or what is wrong with the edit, in sentences that say what to do. */
export type EditedPolicy =
  | { readonly ok: true; readonly snapshot: Snapshot }
  | { readonly ok: false; readonly problem: string };

/** Puts an edited document in a policy's place. Nothing is changed but the snapshot that is given back. */
export function editPolicy(snapshot: Snapshot, { policy, text }: PolicyEdit): EditedPolicy {
  if (policy.awsManaged)
    return refused(
      "AWS manages this policy, so that nobody can edit it. Attach a copy in its place: the fixes of its findings show how.",
    );
  const problem = problemOf(text, policy.kind) ?? sizeProblem(snapshot, { policy, text });
  return problem === undefined
    ? { ok: true, snapshot: withDocument(snapshot, policy, text) }
    : refused(problem);
}

function refused(problem: string): EditedPolicy {
  return { ok: false, problem };
}

/** What AWS would not take, by its line. */
function problemOf(text: string, kind: ReportPolicy["kind"]): string | undefined {
  if (text.trim() === "")
    return "The document is empty. Write a policy, or delete the policy in AWS instead.";
  const parsed = parsePolicyDocument(text);
  if (!parsed.ok) return `${capital(parsed.problem)}. Correct it there, and judge again.`;
  if (parsed.statements.length === 0)
    return "The document has no statement. Write one, or delete the policy in AWS instead.";
  const compiled = compilePolicy(text, compiledKinds[kind]);
  if (compiled.ok) return undefined;
  const index = Number(/^Statement\[(\d+)\]/.exec(compiled.problem)?.[1] ?? 0);
  const offset = parsed.statements.find((statement) => statement.index === index)?.span.start ?? 0;
  const line = text.slice(0, offset).split("\n").length;
  return `Line ${line}: ${compiled.problem}. Correct it there, and judge again.`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const compiledKinds: Readonly<Record<ReportPolicy["kind"], PolicyKind>> = {
  managed: "identity",
  inline: "identity",
  trust: "resource",
  stream: "resource",
  consumer: "resource",
  key: "resource",
  endpoint: "endpoint",
};

/** Bytes; a key's policy is measured with its white space, a stream's likewise. */
const resourceSizes: Readonly<Partial<Record<ReportPolicy["kind"], number>>> = {
  trust: policySizes.trust,
  key: 32_768,
  stream: 20_480,
  consumer: 20_480,
  endpoint: 20_480,
};

function sizeProblem(snapshot: Snapshot, { policy, text }: PolicyEdit): string | undefined {
  const own = findDocument(snapshot, policy.id);
  const room = own ? roomFor(own, snapshot) : (resourceSizes[policy.kind] ?? Infinity);
  const size = sizeOf(text);
  return size > room
    ? `The document has ${size} characters, and AWS has room for ${room} here, white space aside. Shorten it, or put a part of it into another policy.`
    : undefined;
}

function withDocument(
  snapshot: Snapshot,
  { id, kind }: Pick<ReportPolicy, "id" | "kind">,
  text: string,
): Snapshot {
  const resource = id.slice(0, id.lastIndexOf("#"));
  if (kind === "managed" || kind === "inline") return replaceDocument(snapshot, id, text);
  if (kind === "trust")
    return changeIdentities(snapshot, new Set([resource]), (identity) =>
      "trustPolicy" in identity ? { ...identity, trustPolicy: text } : identity,
    );
  if (kind === "key")
    return changeKey(snapshot, resource, (key) =>
      Object.assign({}, key, { policy: became(key.policy, text, "kms:GetKeyPolicy") }),
    );
  if (kind === "endpoint")
    return changeEndpoint(snapshot, resource, (endpoint) =>
      Object.assign({}, endpoint, { policy: became(endpoint.policy, text, "ec2:DescribeVpcEndpoints") }),
    );
  return changeRegions(snapshot, (region) => withResourcePolicies(region, id, text));
}

/** Of a stream, or of one of its consumers. */
function withResourcePolicies(region: RegionSnapshot, id: string, text: string): RegionSnapshot {
  const { streams } = region;
  if (!streams.known) return region;
  const value = streams.value.map((stream) => withResourcePolicy(stream, id, text));
  return { ...region, streams: { ...streams, value } };
}

function withResourcePolicy(stream: Stream, id: string, text: string): Stream {
  const put = <Holder extends Pick<Stream, "arn" | "resourcePolicy">>(holder: Holder): Holder =>
    idOf.resource(holder.arn) === id
      ? {
          ...holder,
          resourcePolicy: became(holder.resourcePolicy, text, "kinesis:GetResourcePolicy"),
        }
      : holder;
  const { consumers } = stream;
  return put({
    ...stream,
    ...(consumers.known && {
      consumers: { ...consumers, value: consumers.value.map((consumer) => put(consumer)) },
    }),
  });
}
