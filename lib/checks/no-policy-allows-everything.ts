import { matchesEveryAction, matchesWholeService } from "@/lib/iam/match-action";
import { matchesEveryArn } from "@/lib/iam/match-arn";
import type { Statement } from "@/lib/iam/statement";
import { defineAccountCheck } from "@/lib/model/check";
import type { CheckPlace } from "@/lib/model/check";
import type { Gap, Known } from "@/lib/model/observed";
import type { IamInventory } from "@/lib/model/iam-inventory";
import type { AccountParts } from "@/lib/model/snapshot";
import { heaviest } from "@/lib/model/verdict";
import type { Cause, Judgement, Severity } from "@/lib/model/verdict";
import { accountingOf } from "@/lib/checks/accounted-for";
import { attachedPolicies } from "@/lib/checks/attached-policies";
import type { AttachedPolicy, Holder } from "@/lib/checks/attached-policies";
import { framework } from "@/lib/checks/frameworks";
import { conclude, unknown } from "@/lib/checks/judgement";
import { readsOf } from "@/lib/model/observed";
import { capitalised, describeConditions, readStatements } from "@/lib/checks/policy-document";
import { accountSubject } from "@/lib/checks/subject";

export const noPolicyAllowsEverything = defineAccountCheck({
  id: "KDS-LP-01",
  set: "course",
  scope: "account",
  severity: "critical",
  title: "No policy allows every action on every resource",
  rationale:
    "Whoever holds such a policy can read, change and delete every stream, its key and the policies that protect both. No other check on this list matters to that principal.",
  looksAt:
    "Every policy that is attached to a user, group or role, as written: boundaries and organization policies are not counted in its favour.",
  remediation:
    "Replace the policy by one that names the actions and resources that its holders need. Keep administration to roles that people assume through IAM Identity Center, that CloudFormation deploys with, or that only the management account can assume.",
  coursePoint: "Every action on every resource by * has no place near production.",
  frameworks: {
    [framework.nist]: ["AC-6"],
    [framework.pci]: ["7.2.2", "7.2.5"],
    [framework.iso]: ["8.2", "8.3"],
    [framework.soc2]: ["CC6.3"],
    [framework.wellArchitected]: ["SEC03-BP02"],
    [framework.securityHub]: ["IAM.1"],
  },
  sources: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html",
  ],
  reads: ["iam", "organization"],
  *evaluate(input) {
    yield input.iam.known ? judge(input.iam, input) : unknown(accountSubject(input), input.iam.gap);
  },
});

type Parts = CheckPlace & Pick<AccountParts, "organization">;

function judge(iam: Known<IamInventory>, parts: Parts): Judgement {
  const policies = attachedPolicies(iam.value);
  const judged = policies.map((policy) => judgePolicy(policy, parts));
  const found = judged.flatMap(({ cause }) => cause ?? []);
  const lightest = heaviest("low", ...judged.map((each) => each.lightest));
  const passes =
    policies.length === 0
      ? "None: no policy is attached to any user, group or role."
      : `None of the ${policies.length} attached policies allows every action on every resource.`;
  return conclude({
    subject: accountSubject(parts),
    causes: found,
    gaps: judged.flatMap(({ gaps }) => gaps),
    reads: readsOf(iam, parts.organization),
    passes,
    heaviest: judged.some(({ unread }) => unread) ? "critical" : lightest,
    lightest,
  });
}

interface JudgedPolicy {
  readonly cause?: Cause;
  readonly gaps: readonly Gap[];
  /** What the cause weighs for certain. */
  readonly lightest: Severity;
  /** The document may say anything. */
  readonly unread: boolean;
}

function judgePolicy(policy: AttachedPolicy, parts: Parts): JudgedPolicy {
  const { id, name, document } = policy;
  const action = "iam:GetAccountAuthorizationDetails";
  const read =
    "gap" in document
      ? ({ ok: false, gap: document.gap } as const)
      : readStatements(document.text, { name, action, resource: id });
  if (!read.ok) return { gaps: [read.gap], lightest: "low", unread: true };

  const wide = read.statements.filter((statement) => allowsEverything(statement, parts));
  return wide.length === 0 ? { gaps: [], lightest: "low", unread: false } : judgeHolders(policy, wide, parts);
}

/** A condition narrows when, not what: the statement still allows everything, and the label says under what. */
function allowsEverything(
  { effect, actions, notActions, resources }: Statement,
  { partition }: CheckPlace,
): boolean {
  const everyAction = notActions
    ? !notActions.some(matchesWholeService)
    : actions?.some(matchesEveryAction) === true;
  const everyResource = resources?.some((pattern) => matchesEveryArn(pattern, partition)) ?? false;
  return effect === "Allow" && everyAction && everyResource;
}

function judgeHolders(policy: AttachedPolicy, wide: readonly Statement[], parts: Parts): JudgedPolicy {
  const { id, name, holders } = policy;
  const judged = holders.map((holder) => ({ holder, accounting: accountingOf(policy, holder, parts) }));
  const exposed = judged.filter(({ accounting }) => accounting === "not-accounted-for");
  const open = judged.filter(({ accounting }) => accounting !== "accounted-for");
  const cause: Cause = {
    kind: "policy",
    id,
    label: `${capitalised(name)} allows every action on every resource${underConditions(wide)}; ${heldBy(
      holders,
      open.map(({ holder }) => holder),
    )}`,
    severity: open.length > 0 ? "critical" : "medium",
    document: { policyId: id, statements: wide.map(({ index }) => index) },
    principals: holders.map(({ arn }) => arn),
  };
  const gaps = judged.flatMap(({ accounting }) => (typeof accounting === "object" ? [accounting.gap] : []));
  return { cause, gaps, lightest: exposed.length > 0 ? "critical" : "medium", unread: false };
}

function underConditions(wide: readonly Statement[]): string {
  if (wide.some(({ conditions }) => conditions.length === 0)) return "";
  return `, under the condition ${wide.map(describeConditions).join(" or ")}`;
}

const namedAtMost = 3;

function heldBy(holders: readonly Holder[], open: readonly Holder[]): string {
  const number = holders.length === 1 ? "1 principal holds it" : `${holders.length} principals hold it`;
  if (open.length === 0) return `${number}, accounted for by trust.`;
  const names = open.slice(0, namedAtMost).map(({ kind, name }) => `${kind} ${name}`);
  const more = open.length > namedAtMost ? ` and ${open.length - namedAtMost} more` : "";
  return `${number}, not accounted for: ${names.join(", ")}${more}.`;
}
