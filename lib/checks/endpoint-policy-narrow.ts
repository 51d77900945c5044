import type { Statement } from "@/lib/iam/statement";
import { defineRegionCheck } from "@/lib/model/check";
import type { RegionPlace } from "@/lib/model/check";
import type { VpcEndpoint } from "@/lib/model/network";
import { policyId } from "@/lib/model/policy-id";
import type { RegionParts } from "@/lib/model/snapshot";
import type { Cause, Judgement } from "@/lib/model/verdict";
import { isBounded, refusesOthers } from "@/lib/checks/bounding-conditions";
import { eachEndpoint } from "@/lib/checks/each-endpoint";
import { framework } from "@/lib/checks/frameworks";
import { conclude, unknown } from "@/lib/checks/judgement";
import { readsOf } from "@/lib/model/observed";
import { coversEverybody, coversEveryKinesisAction, coversEveryStream } from "@/lib/checks/kinesis-reach";
import { readStatements } from "@/lib/checks/policy-document";
import { endpointSubject } from "@/lib/checks/subject";

export const endpointPolicyNarrow = defineRegionCheck({
  id: "KDS-NET-04",
  set: "extended",
  scope: "endpoint",
  severity: "medium",
  title: "The endpoint's policy is narrower than full access",
  rationale:
    "The default policy lets any identity reach any account's streams through the endpoint, so that stolen or foreign credentials can carry records out by the private way. Bounded to one's own callers and one's own streams, the endpoint serves nobody else.",
  looksAt: "The Allow statements of the endpoint's policy, and the conditions that bound them.",
  remediation:
    "Name the principals, actions and streams that the endpoint is there for, or bound the policy by aws:PrincipalOrgID and aws:ResourceOrgID (or the accounts).",
  frameworks: {
    [framework.nist]: ["SC-7"],
    [framework.iso]: ["8.20", "8.22"],
    [framework.wellArchitected]: ["SEC05-BP02"],
  },
  sources: [
    "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html",
    "https://docs.aws.amazon.com/streams/latest/dev/vpc.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_data-perimeters.html",
  ],
  reads: ["vpcEndpoints"],
  evaluate: (input) => eachEndpoint(input, (endpoint) => judge(endpoint, input)),
});

function judge(endpoint: VpcEndpoint, input: RegionPlace & Pick<RegionParts, "vpcEndpoints">): Judgement {
  const subject = endpointSubject(input, endpoint);
  const { id, policy, region } = endpoint;
  if (!policy.known) return unknown(subject, policy.gap, readsOf(input.vpcEndpoints));
  const reads = [policy.read];
  const origin = { name: `the policy of ${id}`, action: "ec2:DescribeVpcEndpoints", resource: id, region };
  const document = readStatements(policy.value, origin);
  if (!document.ok) return unknown(subject, document.gap, reads);

  const wide = document.statements.filter((statement) => coversEverything(statement, input));
  const perimeter = wide.filter(({ effect }) => effect === "Deny");
  const causes = wide
    .filter(({ effect }) => effect === "Allow")
    .flatMap((statement) => findCause(statement, perimeter, endpoint));
  const passes = `The policy of ${id} does not let everybody do everything with every stream.`;
  return conclude({ subject, causes, gaps: [], reads, passes, heaviest: "medium" });
}

function coversEverything(statement: Statement, place: RegionPlace): boolean {
  return (
    coversEverybody(statement) && coversEveryKinesisAction(statement) && coversEveryStream(statement, place)
  );
}

function findCause(allow: Statement, perimeter: readonly Statement[], { id }: VpcEndpoint): Cause[] {
  const [callers, streams] = (["principal", "resource"] as const).map((side) => {
    return isBounded(allow, side) || perimeter.some((deny) => refusesOthers(deny, side));
  });
  if (callers && streams) return [];

  const document = { policyId: policyId.resource(id), statements: [allow.index] };
  const cause = { kind: "statement", id: `${document.policyId}[${allow.index}]`, document } as const;
  if (!callers && !streams)
    return [
      {
        ...cause,
        severity: "medium",
        label: `The policy of ${id} lets everybody do everything with every stream.`,
      },
    ];
  const label = callers
    ? `The policy of ${id} bounds the callers, but lets them reach the streams of every account.`
    : `The policy of ${id} bounds the streams, but lets callers of every account reach them.`;
  return [{ ...cause, severity: "low", label }];
}
