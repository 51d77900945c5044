import { defineRegionCheck } from "@/lib/model/check";
import type { RegionPlace } from "@/lib/model/check";
import { gapsOf, readsOf } from "@/lib/model/observed";
import type { Gap } from "@/lib/model/observed";
import type { AccountParts, RegionParts } from "@/lib/model/snapshot";
import type { DutyGrant, Party, Standing } from "@/lib/model/stream-access";
import { heaviest } from "@/lib/model/verdict";
import type { Cause, Judgement, Severity } from "@/lib/model/verdict";
import { groupBy } from "@/lib/model/group-by";
import { leftAside, unreadOrganizationPolicies } from "@/lib/checks/access-notes";
import { distinctGaps } from "@/lib/checks/distinct-gaps";
import type { AccessInput } from "@/lib/checks/duties-kept-apart";
import { counted, enumerate, partyName, principalOf } from "@/lib/checks/enumerate";
import { conclude, unknown } from "@/lib/checks/judgement";
import { leastPrivilege } from "@/lib/checks/lp-frameworks";
import { officeOf } from "@/lib/checks/office-of";
import { capitalised } from "@/lib/checks/policy-document";
import { policyName } from "@/lib/checks/policy-name";
import { regionSubject } from "@/lib/checks/subject";
import { gapsOfUnread } from "@/lib/checks/unread-documents";

export const noFullAccessToEveryStream = defineRegionCheck({
  id: "KDS-LP-02",
  set: "course",
  scope: "region",
  severity: "critical",
  title: "No policy gives full access to every stream",
  rationale:
    "Whoever administers, writes and reads every stream can copy, falsify and delete all records of the Region, those of streams that are yet to be made included. One set of stolen credentials is then enough.",
  looksAt:
    "Every principal that is effectively allowed to administer, to write and to read all streams of the Region through wildcard names, in one policy or in several.",
  remediation:
    "Replace the policy by one for the streams and the duty that the principal has. Where somebody administers data by office, let them come by IAM Identity Center, or declare them in the settings.",
  coursePoint: "Full access to every stream of the account has no place near production.",
  frameworks: leastPrivilege,
  sources: [
    "https://docs.aws.amazon.com/streams/latest/dev/controlling-access.html",
    "https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonKinesisFullAccess.html",
    "https://docs.aws.amazon.com/aws-managed-policy/latest/reference/PowerUserAccess.html",
  ],
  settings: ["dataAdministratorArns"],
  reads: ["streams", "access", "iam", "accessKeys", "organization", "organizationPolicies"],
  *evaluate(input) {
    const { streams } = input;
    yield streams.known
      ? judge(
          input,
          streams.value.map(({ arn }) => arn),
        )
      : unknown(regionSubject(input, "region"), streams.gap);
  },
});

type Input = RegionPlace<"dataAdministratorArns"> &
  AccessInput &
  Pick<RegionParts, "streams"> &
  Pick<AccountParts, "accessKeys">;

function judge(input: Input, arns: readonly string[]): Judgement {
  const { access, region, iam } = input;
  const parties = access.parties.filter(({ isServiceLinked }) => !isServiceLinked);
  const standing = (party: Party) => access.standingOf(party, region);
  const grants = groupBy(access.grants(), ({ party }) => party.arn);
  const grantsOf = ({ arn }: Party) => grants.get(arn) ?? [];
  const found = parties
    .filter((party) => standing(party) === "stream-administrator")
    .map((party) => judgeParty(party, grantsOf(party), input));
  const open = parties.filter((party) => !isNamed.has(standing(party)) && mayReachAll(grantsOf(party), arns));
  const aside = parties.filter((party) => standing(party) === "account-administrator");
  const missing = found.length > 0 ? unreadOrganizationPolicies(input) : "";
  return conclude({
    subject: regionSubject(input, "region"),
    causes: found.map(({ cause }) => cause),
    gaps: distinctGaps([
      ...gapsOf(iam),
      ...access.standingGaps(region),
      ...found.flatMap(({ gaps }) => gaps),
      ...open.flatMap((party) => gapsOfUnread(party, iam)),
    ]),
    reads: readsOf(input.streams, iam, input.accessKeys),
    passes:
      arns.length === 0
        ? `None: there is no stream in ${region}.`
        : `None: no principal administers, writes and reads every one of ${counted(arns.length, "stream")} in ${region}.`,
    note: `${leftAside(aside, access, region)} ${missing}`.trim(),
    heaviest: "critical",
    lightest:
      open.length + access.standingGaps(region).length > 0
        ? "high"
        : heaviest("low", ...found.map(({ lightest }) => lightest)),
  });
}

/** An administrator of the account is named by KDS-LP-01, and one of the streams is a cause. */
const isNamed: ReadonlySet<Standing> = new Set(["account-administrator", "stream-administrator"]);

/** Whether documents that could not be read may give a party full access to every stream. */
function mayReachAll(grants: readonly DutyGrant[], arns: readonly string[]): boolean {
  const isUnread = grants.some(({ index }) => index === undefined);
  return (
    isUnread &&
    arns.length > 0 &&
    (["administer", "produce", "consume"] as const).every((duty) => {
      const ofDuty = grants.filter((grant) => grant.duty === duty);
      return arns.every((arn) => ofDuty.some(({ streams }) => streams.has(arn)));
    })
  );
}

interface JudgedParty {
  readonly cause: Cause;
  readonly gaps: readonly Gap[];
  /** What the cause weighs for certain. */
  readonly lightest: Severity;
}

function judgeParty(party: Party, grants: readonly DutyGrant[], input: Input): JudgedParty {
  const office = officeOf(party, input);
  const policies = new Map(
    grants.flatMap(({ policyId, index, duty }) =>
      index === undefined || duty === "manage-key" ? [] : [[`${policyId} ${index}`, { policyId, index }]],
    ),
  );
  const [first] = policies.values();
  const ids = [...new Set([...policies.values()].map(({ policyId }) => policyId))];
  const cause: Cause = {
    kind: "principal",
    id: party.arn,
    label: `${capitalised(partyName(party))} administers, writes and reads every stream by wildcard names, through ${enumerate(ids.map(policyName))}${office.words}.`,
    severity: office.severity,
    ...(first && {
      document: {
        policyId: first.policyId,
        statements: [...policies.values()]
          .filter(({ policyId }) => policyId === first.policyId)
          .map(({ index }) => index),
      },
    }),
    principals: [principalOf(party)],
  };
  return { cause, gaps: office.gaps, lightest: office.lightest };
}
