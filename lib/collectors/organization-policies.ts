import "server-only";
import {
  DescribePolicyCommand,
  ListParentsCommand,
  ListPoliciesForTargetCommand,
  type PolicyType,
} from "@aws-sdk/client-organizations";
import { z } from "zod";
import type { CallContext } from "@/lib/aws/call-context";
import { calls } from "@/lib/aws/calls";
import { buildGap, CollectionError } from "@/lib/aws/collection-error";
import { readPages, sortedBy, uniqueBy } from "@/lib/collectors/read-pages";
import { known, type Observed } from "@/lib/model/observed";
import type {
  Organization,
  OrganizationPolicies,
  OrganizationPolicy,
  PolicyLevel,
} from "@/lib/model/organization";

const parentsSchema = z.object({
  Parents: z.array(z.object({ Id: z.string().min(1), Type: z.string() })).length(1),
});
const attachedSchema = z.object({
  Policies: z.array(z.object({ Id: z.string().min(1), Name: z.string(), AwsManaged: z.boolean().nullish() })),
  NextToken: z.string().nullish(),
});
const policySchema = z.object({ Policy: z.object({ Content: z.string().min(1) }) });

type Attached = z.infer<typeof attachedSchema>["Policies"][number];

/** Units nest five deep; a longer way up is none. */
const levelsMax = 10;
const notInUse = "AWSOrganizationsNotInUseException";

/** How Organizations says that a policy type is not in use. */
const typeIsOff: ReadonlySet<string> = new Set([
  "PolicyTypeNotEnabledException",
  "PolicyTypeNotAvailableForOrganizationException",
]);

/**
 * The service and resource control policies over the account. Only the management account and delegated administrators
 * may read them, so the identity that asks may be another than the scan's.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html
 */
export async function collectOrganizationPolicies(
  reader: CallContext,
  organization: Observed<Organization | null>,
): Promise<Observed<OrganizationPolicies>> {
  if (organization.known && organization.value === null) {
    return known({ scps: [], rcps: [] }, organization.read);
  }
  const { aws, region, accountId } = reader;
  return aws.observe(calls.listPoliciesForTarget, { region, resource: accountId }, async () => {
    const targetIds = await readPath(reader);
    const [scps, rcps] = await Promise.all([
      readLevels(reader, targetIds, "SERVICE_CONTROL_POLICY"),
      readLevels(reader, targetIds, "RESOURCE_CONTROL_POLICY"),
    ]);
    return { scps, rcps };
  });
}

/** From the root down to the account; nothing where Organizations says that there is none. */
async function readPath({ aws, clients, region, accountId }: CallContext): Promise<string[]> {
  const call = calls.listParents;
  const path = [accountId];
  while (path.length < levelsMax) {
    const [ChildId = accountId] = path;
    const place = { resource: ChildId };
    const answer = await aws.ask(call, {
      ...place,
      region,
      once: ChildId,
      schema: parentsSchema.nullable(),
      send: (options) => clients.organizations.send(new ListParentsCommand({ ChildId }), options),
      answerOf: ({ name }) => (name === notInUse ? null : undefined),
    });
    if (answer === null) return [];
    for (const { Id, Type } of answer.Parents) {
      path.unshift(Id);
      if (Type === "ROOT") return path;
    }
  }
  throw new CollectionError(
    buildGap(call, "malformed", "the way to the root has no end", { resource: accountId }),
  );
}

/** A type that is in use has a policy on every target; where none has any, it is switched off. */
async function readLevels(
  reader: CallContext,
  targetIds: readonly string[],
  type: PolicyType,
): Promise<PolicyLevel[]> {
  const attached = await Promise.all(targetIds.map((targetId) => listAttached(reader, targetId, type)));
  if (attached.every((policies) => policies.length === 0)) return [];
  return Promise.all(
    targetIds.map(async (targetId, level) => ({
      targetId,
      policies: await Promise.all((attached[level] ?? []).map((policy) => readPolicy(reader, policy))),
    })),
  );
}

async function listAttached(
  { aws, clients, region }: CallContext,
  TargetId: string,
  Filter: PolicyType,
): Promise<Attached[]> {
  const call = calls.listPoliciesForTarget;
  const place = { resource: TargetId };
  const policies = await readPages(call, place, async (token) => {
    const { Policies, NextToken } = await aws.ask(call, {
      ...place,
      region,
      // Units are over many accounts.
      once: JSON.stringify([TargetId, Filter, token]),
      schema: attachedSchema,
      send: (options) =>
        clients.organizations.send(
          new ListPoliciesForTargetCommand({ TargetId, Filter, MaxResults: 20, NextToken: token }),
          options,
        ),
      answerOf: ({ name }) => (typeIsOff.has(name) ? { Policies: [] } : undefined),
    });
    return { items: Policies, next: NextToken };
  });
  const byId = ({ Id }: Attached) => Id;
  return sortedBy(uniqueBy(policies, byId), byId);
}

async function readPolicy(
  reader: CallContext,
  { Id: id, Name: name, AwsManaged }: Attached,
): Promise<OrganizationPolicy> {
  return { id, name, awsManaged: AwsManaged === true, document: await readText(reader, id) };
}

async function readText({ aws, clients, region }: CallContext, PolicyId: string): Promise<string> {
  const { Policy } = await aws.ask(calls.describePolicy, {
    region,
    resource: PolicyId,
    // One is attached to many targets, of many accounts.
    once: PolicyId,
    schema: policySchema,
    send: (options) => clients.organizations.send(new DescribePolicyCommand({ PolicyId }), options),
  });
  return Policy.Content;
}
