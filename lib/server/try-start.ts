import "server-only";
import { kinesisActions } from "@/lib/kinesis/service-actions";
import { policyId } from "@/lib/model/policy-id";
import type { Report } from "@/lib/model/report";
import { policiesById, principalsByArn } from "@/lib/server/report-index";

/** More than that, and a list to choose from helps nobody. */
const offeredMax = 500;

interface Wanted {
  readonly policy: string | undefined;
  readonly principal: string | undefined;
  readonly stream: string | undefined;
  readonly action: string | undefined;
}

/** What the page to try policies begins with: the documents and the request that its address names. */
export function tryStart(report: Report | undefined, wanted: Wanted) {
  const { principal = "", stream = "", action = "kinesis:GetRecords" } = wanted;
  const documents = report ? documentsOf(report, wanted) : none;
  return { ...documents, principal, action, resource: stream };
}

const none = { identityPolicies: [], boundary: "", resourcePolicy: "" };
const resourceKinds: ReadonlySet<string> = new Set(["stream", "consumer", "key"]);

function documentsOf(report: Report, { policy, principal = "", stream = "" }: Wanted) {
  const policies = policiesById(report);
  const text = (id = "") => policies.get(id)?.text ?? "";
  const known = principalsByArn(report).get(principal);
  const own = known?.policyIds ?? [];
  const isResourcePolicy = resourceKinds.has(policies.get(policy ?? "")?.kind ?? "");
  if (isResourcePolicy) return { ...none, identityPolicies: own.map(text), resourcePolicy: text(policy) };
  return {
    identityPolicies: (policy === undefined ? own : [policy]).map(text),
    boundary: text(known?.boundaryId),
    resourcePolicy: text(policyId.resource(stream)),
  };
}

/** What can be chosen of the account, and the actions of Kinesis. */
export function tryChoices(report: Report | undefined) {
  return {
    principals: (report?.principals ?? [])
      .filter(({ kind }) => kind !== "group")
      .slice(0, offeredMax)
      .map(({ arn }) => arn),
    streams: (report?.streams ?? []).slice(0, offeredMax).map(({ arn }) => arn),
    actions: kinesisActions.map(({ name }) => name).toSorted(),
  };
}
