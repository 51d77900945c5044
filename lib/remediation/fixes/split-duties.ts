import { dutyOfAction } from "@/lib/kinesis/duty-of-action";
import type { Snapshot } from "@/lib/model/snapshot";
import { findDocument } from "@/lib/remediation/documents";
import {
  editStatements,
  everyStatement,
  textsOf,
  type RawStatement,
} from "@/lib/remediation/edit-statements";
import type { Fix, FixInput } from "@/lib/remediation/fix";
import { attachNew, type NewPolicy } from "@/lib/remediation/fixes/attach-new";
import { editManaged } from "@/lib/remediation/fixes/edit-managed";
import { actionsBehind, isOfEveryService } from "@/lib/remediation/fixes/kinesis-patterns";
import { policyFix } from "@/lib/remediation/fixes/policy-fix";
import { together } from "@/lib/remediation/fixes/together";
import { changeableIdentities, type OwnIdentity } from "@/lib/remediation/own-identity";

/** The four roles of the course, and what each is called in the name of a policy. */
const roles = ["administering", "resharding", "writing", "reading"] as const;
type Role = (typeof roles)[number];

const roleOfDuty: Readonly<Partial<Record<string, Role>>> = {
  administer: "administering",
  share: "administering",
  reshard: "resharding",
  produce: "writing",
  consume: "reading",
};

/** KDS-SOD-04: one policy a duty, for those that have them all now: nobody's access changes. */
export function splitDuties(input: FixInput): Fix | undefined {
  const { finding, snapshot } = input;
  const { document, principals = [] } = finding.cause;
  const holders = changeableIdentities(snapshot, principals);
  const text = document && textOf(snapshot, document.policyId);
  const [holder] = holders ?? [];
  // The parts are attached to each principal that is named; more than one would share them.
  if (!document || text === undefined || !holders || !holder) return undefined;
  const present = rolesIn(text, document.statements);
  if (!present || present.length < 2) return undefined;
  const [first, ...others] = present;
  const parts = others.flatMap((role): NewPolicy[] => {
    const part = editStatements(text, everyStatement(text), (statement, index) =>
      document.statements.includes(index) ? partOf(statement, role) : [],
    );
    return part ? [{ name: `${role}-${finding.findingId.slice(0, 8)}`, text: part }] : [];
  });
  const rest = restOf(input, first);
  return rest && withParts(rest, parts, holders);
}

function textOf(snapshot: Snapshot, policyId: string): string | undefined {
  const own = findDocument(snapshot, policyId)?.text;
  if (own !== undefined) return own;
  return snapshot.accounts
    .flatMap(({ iam }) => (iam.known ? iam.value.managedPolicies : []))
    .find(({ arn }) => arn === policyId)?.document;
}

/** What is left in the document: one role, and whatever is of none. */
function restOf(input: FixInput, kept: Role | undefined): Fix | undefined {
  const change = {
    words:
      "Split the policy by duty, and attach the parts to those that have the whole now. Nobody's access changes by it; take from each principal the parts that it does not need.",
    announces: [
      ...["KDS-SOD-01", "KDS-SOD-02", "KDS-SOD-03", "KDS-SOD-06"].map((checkId) => ({
        checkId,
        words: "Who holds several duties still does, by several policies: that finding names the principal.",
      })),
      ...["KDS-LP-03", "KDS-LP-06", "KDS-REST-06"].map((checkId) => ({
        checkId,
        words: "What was to be said of the statement is said of its parts.",
      })),
    ],
    edit: (statement: RawStatement) => leftOf(statement, kept),
  };
  return policyFix(input, change) ?? editManaged(input, change);
}

function withParts(rest: Fix, parts: readonly NewPolicy[], holders: readonly OwnIdentity[]): Fix | undefined {
  const [holder, ...others] = holders;
  if (!holder || others.length > 0) return undefined;
  const added = attachNew(holder, parts);
  return (
    added && {
      words: rest.words,
      announces: rest.announces,
      // What is added first leaves nobody without it.
      ...together([added, rest]),
    }
  );
}

function speltOf(statement: RawStatement): readonly string[] | undefined {
  if (statement.Effect !== "Allow" || statement.Action === undefined) return undefined;
  const actions = textsOf(statement.Action);
  if (actions.some(isOfEveryService)) return undefined;
  const resources = textsOf(statement.Resource);
  return actions.flatMap((pattern) =>
    /^kinesis:.*[*?]/i.test(pattern) ? actionsBehind(pattern, resources) : [pattern],
  );
}

function roleOf(action: string): Role | undefined {
  const duty = action.toLowerCase().startsWith("kinesis:") ? dutyOfAction(action) : undefined;
  return duty === undefined ? undefined : roleOfDuty[duty];
}

/** Undefined where a statement allows too much to be split. */
function rolesIn(text: string, indexes: readonly number[]): readonly Role[] | undefined {
  const found: (readonly string[] | undefined)[] = [];
  editStatements(text, indexes, (statement) => {
    found.push(speltOf(statement));
    return undefined;
  });
  if (found.some((each) => each === undefined)) return undefined;
  const present = new Set(found.flatMap((each) => each ?? []).map(roleOf));
  return roles.filter((role) => present.has(role));
}

function leftOf(statement: RawStatement, kept: Role | undefined): readonly RawStatement[] | undefined {
  const spelt = speltOf(statement);
  if (!spelt) return undefined;
  const left = spelt.filter((action) => [undefined, kept].includes(roleOf(action)));
  return left.length === 0 ? [] : [{ ...statement, Action: [...new Set(left)] }];
}

function partOf(statement: RawStatement, role: Role): readonly RawStatement[] {
  const actions = (speltOf(statement) ?? []).filter((action) => roleOf(action) === role);
  return actions.length === 0 ? [] : [{ ...statement, Action: [...new Set(actions)] }];
}
