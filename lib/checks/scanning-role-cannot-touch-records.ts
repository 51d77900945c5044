import { defineAccountCheck } from "@/lib/model/check";
import type { CheckPlace, DerivedParts } from "@/lib/model/check";
import { parseCaller } from "@/lib/iam/decision/caller";
import { readsOf } from "@/lib/model/observed";
import type { Gap } from "@/lib/model/observed";
import type { AccountParts } from "@/lib/model/snapshot";
import type { Party } from "@/lib/model/stream-access";
import type { Cause, Judgement } from "@/lib/model/verdict";
import { dutyVerbs } from "@/lib/checks/duty-verbs";
import { inWords, partyName } from "@/lib/checks/enumerate";
import { conclude, unknown } from "@/lib/checks/judgement";
import { accountSubject } from "@/lib/checks/subject";
import { gapsOfUnread } from "@/lib/checks/unread-documents";

export const scanningRoleCannotTouchRecords = defineAccountCheck({
  id: "KDS-OPS-05",
  set: "extended",
  scope: "account",
  severity: "medium",
  title: "The scanning role cannot read or change records",
  rationale:
    "An audit needs metadata. A role that audits every stream and can also read or change them is the most useful one to steal.",
  looksAt:
    "The identity that this scan was made as, and every duty that its policies effectively allow it on any stream.",
  remediation:
    "Scan with a role that has the policy of `weir policy` and nothing else: it allows the calls of a scan and denies records. AWS's ReadOnlyAccess and AmazonKinesisReadOnlyAccess can read records.",
  frameworks: {},
  sources: [
    "https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonKinesisReadOnlyAccess.html",
    "https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html",
  ],
  reads: ["access", "iam"],
  *evaluate(input) {
    yield judge(input);
  },
});

type Input = CheckPlace & Pick<DerivedParts, "access"> & Pick<AccountParts, "iam">;

function judge(input: Input): Judgement {
  const { access, iam, identityArn } = input;
  const subject = accountSubject(input);
  if (!iam.known) return unknown(subject, iam.gap);
  if (isRoot(identityArn))
    return conclude({
      ...seen(input),
      causes: [
        cause(identityArn, `The scan was made as the root user, ${identityArn}, which can do everything.`),
      ],
    });
  const party = access.parties.find((each) => isThe(each, identityArn));
  if (!party) return unknown(subject, notListed(identityArn), readsOf(iam));
  const held = access
    .heldUnder({})
    .filter(({ party: holder, possible }) => holder === party && possible.size > 0);
  const proven = held.filter(() => party.unreadPolicyIds.length === 0);
  const can = inWords(dutyVerbs(proven.map(({ duty }) => duty)));
  const streams = Math.max(0, ...proven.map(({ possible }) => possible.size));
  const label = `The scan was made as ${partyName(party)}, which can ${can}, of up to ${streams} ${streams === 1 ? "stream" : "streams"}.`;
  return conclude({
    ...seen(input),
    causes: proven.length > 0 ? [cause(party.arn, label)] : [],
    gaps: held.length > proven.length ? gapsOfUnread(party, iam) : [],
    passes: `The scan was made as ${partyName(party)}, which holds no duty on any stream but to look.`,
  });
}

const noGaps: readonly Gap[] = [];

function seen(input: Input) {
  return {
    subject: accountSubject(input),
    gaps: noGaps,
    reads: readsOf(input.iam),
    passes: "",
    heaviest: "medium",
  } as const;
}

function cause(id: string, label: string): Cause {
  return { kind: "principal", id, label, severity: "medium", principals: [id] };
}

function isRoot(identityArn: string): boolean {
  return parseCaller(identityArn)?.kind === "root";
}

/** A session tells its role's name, and not its path: names are unique in an account. */
function isThe({ kind, arn, name, isForeign }: Party, identityArn: string): boolean {
  const caller = parseCaller(identityArn);
  if (isForeign || !caller) return false;
  if (caller.kind === "role-session") return kind === "role" && name === caller.roleName;
  return "arn" in caller && caller.arn === arn;
}

function notListed(identityArn: string): Gap {
  return {
    action: "iam:GetAccountAuthorizationDetails",
    reason: "empty",
    message: `The account's inventory does not list ${identityArn}, so that its rights are not known.`,
    resource: identityArn,
  };
}
