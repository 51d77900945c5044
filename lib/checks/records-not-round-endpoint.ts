import { defineRegionCheck } from "@/lib/model/check";
import type { DerivedParts, RegionPlace } from "@/lib/model/check";
import { gapsOf, readsOf } from "@/lib/model/observed";
import type { Gap } from "@/lib/model/observed";
import type { IamRole } from "@/lib/model/iam-inventory";
import type { AccountParts } from "@/lib/model/snapshot";
import type { Stream } from "@/lib/model/stream";
import type { DutyUnder, Party } from "@/lib/model/stream-access";
import type { Cause, Judgement } from "@/lib/model/verdict";
import { isBoundByScps } from "@/lib/checks/bound-by-scps";
import { isDeclared } from "@/lib/checks/declared";
import { distinctGaps } from "@/lib/checks/distinct-gaps";
import { eachStream } from "@/lib/checks/each-stream";
import { counted, enumerate } from "@/lib/checks/enumerate";
import { framework } from "@/lib/checks/frameworks";
import { conclude, notApplicable } from "@/lib/checks/judgement";
import { locate } from "@/lib/checks/network/role-workloads";
import type { WorkloadParts } from "@/lib/checks/network/role-workloads";
import { trustedCompute } from "@/lib/checks/network/trusted-compute";
import { streamSubject } from "@/lib/checks/subject";
import { gapsOfUnread } from "@/lib/checks/unread-documents";
import { hasActiveKey, keysOfUser } from "@/lib/checks/user-access-keys";

export const recordsNotRoundEndpoint = defineRegionCheck({
  id: "KDS-NET-05",
  set: "extended",
  scope: "stream",
  severity: "medium",
  title: "Records cannot be reached round the endpoint",
  rationale:
    "An endpoint keeps the traffic of those who use it inside the VPC, and stops nobody from calling the public address with the same credentials. Only a condition on the endpoint in the policies does that.",
  looksAt:
    "Where a perimeter is declared: the users with access keys and the roles of workloads that may write or read the stream by a request that comes through no VPC endpoint.",
  remediation:
    "Deny the records to requests without aws:SourceVpce or aws:SourceVpc in the policies of these principals or in an SCP, and spare calls that AWS services make on their behalf (aws:ViaAWSService).",
  frameworks: {
    [framework.nist]: ["SC-7"],
    [framework.iso]: ["8.20", "8.22"],
    [framework.wellArchitected]: ["SEC05-BP02"],
  },
  sources: [
    "https://docs.aws.amazon.com/streams/latest/dev/vpc.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html",
  ],
  settings: ["perimeterAccountIds"],
  reads: [
    "streams",
    "access",
    "iam",
    "accessKeys",
    "organization",
    "organizationPolicies",
    "instances",
    "functions",
    "eventSourceMappings",
    "ecsServices",
    "eksClusters",
    "subnets",
  ],
  evaluate(input) {
    const left = input.access
      .heldUnder({ "aws:SourceVpce": [], "aws:SourceVpc": [], "aws:ViaAWSService": ["false"] })
      .filter(({ duty, party }) => (duty === "produce" || duty === "consume") && !party.isServiceLinked);
    return eachStream(input, (stream) => judge(stream, input, left));
  },
});

type Input = RegionPlace<"perimeterAccountIds"> &
  Pick<DerivedParts, "access"> &
  WorkloadParts &
  Pick<AccountParts, "iam" | "accessKeys" | "organization" | "organizationPolicies">;

function judge(stream: Stream, input: Input, left: readonly DutyUnder[]): Judgement {
  const subject = streamSubject(stream);
  const { access, iam, organizationPolicies, region } = input;
  const declared = isDeclared(stream, {
    accountIds: input.settings.perimeterAccountIds,
    tagKey: "perimeter",
  });
  if (declared === "unread" && !stream.tags.known)
    return { status: "unknown", subject, gaps: [stream.tags.gap] };
  if (declared !== "yes")
    return notApplicable(subject, "No perimeter is declared for the stream.", readsOf(stream.tags));
  const blocked = new Set(
    access
      .holdersOf(stream.arn)
      .filter((cell) => cell.isBlockedByKey)
      .map(({ party, duty }) => `${party.arn} ${duty}`),
  );
  const round = left.filter(
    ({ party, duty, possible }) =>
      possible.has(stream.arn) &&
      !blocked.has(`${party.arn} ${duty}`) &&
      access.standingOf(party, region) === "ordinary" &&
      !party.isForeign,
  );
  const parties = [...new Set(round.map(({ party }) => party))];
  const writers = new Set(round.filter(({ duty }) => duty === "produce").map(({ party }) => party));
  const scpGaps = isBoundByScps(input) ? gapsOf(organizationPolicies) : [];
  const judged = parties.map((party) => judgeParty(party, writers.has(party), input));
  const elsewhere = judged.filter(({ isElsewhere }) => isElsewhere).length;
  const causes = judged.flatMap(({ cause }) => cause ?? []);
  return conclude({
    subject,
    causes: scpGaps.length > 0 ? [] : causes,
    gaps: distinctGaps([
      ...access.gapsOn(stream.arn),
      ...judged.flatMap(({ gaps = [] }) => gaps),
      ...(causes.length > 0 ? scpGaps : []),
    ]),
    reads: readsOf(iam, input.accessKeys, organizationPolicies, stream.tags),
    passes: "None: nobody of this account reaches the records but through a VPC endpoint.",
    note:
      elsewhere > 0
        ? `${counted(elsewhere, "role")} of services that work in their own network left aside.`
        : "",
    heaviest: "medium",
  });
}

interface JudgedParty {
  readonly cause?: Cause;
  readonly gaps?: readonly Gap[];
  readonly isElsewhere?: boolean;
}

function judgeParty(party: Party, mayWrite: boolean, input: Input): JudgedParty {
  if (party.unreadPolicyIds.length > 0) return { gaps: gapsOfUnread(party, input.iam) };
  if (party.kind === "user") {
    const keys = hasActiveKey(keysOfUser(party, input));
    if (!keys.known) return { gaps: [keys.gap] };
    return keys.value ? { cause: toCause(party, `IAM user ${party.name}`) } : {};
  }
  const role = input.iam.known ? input.iam.value.roles.find(({ arn }) => arn === party.arn) : undefined;
  return role ? judgeRole(party, role, mayWrite, input) : { gaps: [notLocated(party)] };
}

function judgeRole(party: Party, role: IamRole, mayWrite: boolean, input: Input): JudgedParty {
  const compute = trustedCompute(role);
  if ("gap" in compute) return { gaps: [compute.gap] };
  const { workloads, gaps } = locate(role, { compute, mayWrite }, input);
  const [first] = workloads;
  if (first) {
    const where = `${enumerate(workloads.map(({ name }) => name))} in ${first.vpcId}`;
    return { cause: toCause(party, `Role ${party.name}, of ${where},`) };
  }
  if (gaps.length > 0) return { gaps };
  return compute.isElsewhere ? { isElsewhere: true } : { gaps: [notLocated(party)] };
}

/** It may be taken by people, or by something that is not running now. */
function notLocated({ name, arn }: Party): Gap {
  const message = `Nothing was found that works as role ${name}, so that nobody can say whether it calls from inside a VPC.`;
  return { action: "ec2:DescribeInstances", reason: "not-collected", message, resource: arn };
}

function toCause({ arn }: Party, who: string): Cause {
  return {
    kind: "principal",
    id: arn,
    label: `${who} can touch records by a request that comes through no VPC endpoint.`,
    severity: "medium",
    principals: [arn],
  };
}
