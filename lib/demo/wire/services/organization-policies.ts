import type {
  DescribePolicyCommandInput,
  DescribePolicyCommandOutput,
  ListParentsCommandInput,
  ListParentsCommandOutput,
  ListPoliciesForTargetCommandInput,
  ListPoliciesForTargetCommandOutput,
} from "@aws-sdk/client-organizations";
import { pageOf, pageSize } from "../page";
import { WireError } from "../wire-error";
import type { Answer, WireContext } from "../wire-service";
import { requireReader } from "./organization-reader";

const invalidInput = () =>
  new WireError("InvalidInputException", "You provided a value that does not match the required pattern.");
const range = { max: 20, default: 20, invalid: invalidInput };

/** A root has no parent, and neither has what is not there. */
export function listParents(
  { ChildId = "" }: ListParentsCommandInput,
  context: WireContext,
): Answer<ListParentsCommandOutput> {
  requireReader(context);
  const { parents } = context.account.organizationPolicies;
  const parent = Object.hasOwn(parents, ChildId) ? parents[ChildId] : undefined;
  if (!parent) throw new WireError("ChildNotFoundException", "You specified a child that doesn't exist.");
  return { Parents: [parent] };
}

export function listPoliciesForTarget(
  { TargetId = "", Filter, MaxResults, NextToken }: ListPoliciesForTargetCommandInput,
  context: WireContext,
): Answer<ListPoliciesForTargetCommandOutput> {
  requireReader(context);
  const { attached, policies } = context.account.organizationPolicies;
  const policyIds = Object.hasOwn(attached, TargetId) ? attached[TargetId] : undefined;
  if (!policyIds)
    throw new WireError("TargetNotFoundException", "You specified a target that doesn't exist.");
  if (!Filter) throw invalidInput();
  const summaries = policies.flatMap(({ PolicySummary: summary }) => (summary ? [summary] : []));
  const { items, nextToken } = pageOf(
    summaries.filter(({ Id = "", Type }) => Type === Filter && policyIds.includes(Id)),
    {
      operation: `organizations:ListPoliciesForTarget ${TargetId} ${Filter}`,
      token: NextToken,
      limit: pageSize(MaxResults, range),
      invalidToken: invalidInput,
    },
  );
  return { Policies: items, NextToken: nextToken };
}

export function describePolicy(
  { PolicyId }: DescribePolicyCommandInput,
  context: WireContext,
): Answer<DescribePolicyCommandOutput> {
  requireReader(context);
  const { policies } = context.account.organizationPolicies;
  const policy = policies.find(({ PolicySummary: summary }) => summary?.Id === PolicyId);
  if (!policy) throw new WireError("PolicyNotFoundException", "You specified a policy that doesn't exist.");
  return { Policy: policy };
}
