import { defineAccountCheck } from "@/lib/model/check";
import type { CheckPlace, DerivedParts } from "@/lib/model/check";
import { gapsOf, readsOf } from "@/lib/model/observed";
import type { AccountParts } from "@/lib/model/snapshot";
import type { DutyUnder, Party } from "@/lib/model/stream-access";
import type { Judgement } from "@/lib/model/verdict";
import { distinctGaps } from "@/lib/checks/distinct-gaps";
import { counted, enumerate, partyName, principalOf } from "@/lib/checks/enumerate";
import { framework } from "@/lib/checks/frameworks";
import { conclude, unknown } from "@/lib/checks/judgement";
import { isBoundByScps } from "@/lib/checks/bound-by-scps";
import { ordinaryParties } from "@/lib/checks/ordinary-parties";
import { accountSubject } from "@/lib/checks/subject";
import { gapsOfUnread } from "@/lib/checks/unread-documents";

export const requestsNeedTls = defineAccountCheck({
  id: "KDS-TLS-01",
  set: "extended",
  scope: "account",
  severity: "low",
  title: "Requests without TLS are refused by policy",
  rationale:
    "AWS lists HTTPS alone for its Kinesis endpoints, so that this is defence in depth: a Deny holds even where a proxy or an endpoint of somebody's own would speak plain HTTP. Auditors ask for it by name.",
  looksAt:
    "Every principal that holds a duty on a stream: whether it would still be allowed if aws:SecureTransport were false, over identity policies, boundaries and organization policies.",
  remediation:
    "Deny kinesis:* where aws:SecureTransport is false: in an SCP for the whole organization, or in the boundary or policies of each principal.",
  frameworks: {
    [framework.nist]: ["SC-8", "SC-8(1)"],
    [framework.cisControls]: ["3.10"],
    [framework.wellArchitected]: ["SEC09-BP02"],
  },
  sources: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html",
    "https://docs.aws.amazon.com/general/latest/gr/ak.html",
  ],
  reads: ["access", "iam", "organization", "organizationPolicies"],
  *evaluate(input) {
    yield judge(input);
  },
});

type Input = CheckPlace &
  Pick<DerivedParts, "access"> &
  Pick<AccountParts, "iam" | "organization" | "organizationPolicies">;

function judge(input: Input): Judgement {
  const { access, iam, organizationPolicies } = input;
  const subject = accountSubject(input);
  if (!iam.known) return unknown(subject, iam.gap);
  const isOrdinary = ordinaryParties(access);
  const left = access
    .heldUnder({ "aws:SecureTransport": ["false"] })
    .filter(({ party, possible }) => possible.size > 0 && !party.isForeign && isOrdinary(party));
  const proven = partiesOf(left.filter(({ party }) => party.unreadPolicyIds.length === 0));
  const open = partiesOf(left.filter(({ party }) => party.unreadPolicyIds.length > 0));
  const scpGaps = isBoundByScps(input) ? gapsOf(organizationPolicies) : [];
  const isProven = proven.length > 0 && scpGaps.length === 0;
  const label = `${counted(proven.length, "principal")} would still be allowed without TLS: ${enumerate(proven.map(partyName))}. AWS offers HTTPS alone, so that this is defence in depth.`;
  return conclude({
    subject,
    causes: isProven
      ? [
          {
            kind: "setting",
            id: "secure-transport",
            label,
            severity: "low",
            principals: proven.map(principalOf),
          },
        ]
      : [],
    gaps: distinctGaps([
      ...(proven.length > 0 ? scpGaps : []),
      ...open.flatMap((party) => gapsOfUnread(party, iam)),
      ...access.regions.flatMap(({ region }) => access.standingGaps(region)),
    ]),
    reads: readsOf(iam, organizationPolicies),
    passes: "None: whoever holds a duty on a stream is refused without TLS.",
    heaviest: "low",
  });
}

function partiesOf(left: readonly DutyUnder[]): Party[] {
  return [...new Set(left.map(({ party }) => party))];
}
