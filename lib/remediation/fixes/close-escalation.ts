import { streamActions } from "@/lib/kinesis/access/duty-actions";
import { computeOfRole } from "@/lib/kinesis/reach/role-compute";
import { groupBy } from "@/lib/model/group-by";
import type { Technique } from "@/lib/model/role-reach";
import type { Snapshot } from "@/lib/model/snapshot";
import type { Fix, FixInput } from "@/lib/remediation/fix";
import { refuseActions, type Refusal } from "@/lib/remediation/fixes/refuse-actions";

type Step = (target: string, streamArns: readonly string[], snapshot: Snapshot) => readonly Refusal[];

const writeActions = [
  "iam:AttachGroupPolicy",
  "iam:AttachRolePolicy",
  "iam:AttachUserPolicy",
  "iam:CreatePolicyVersion",
  "iam:PutGroupPolicy",
  "iam:PutRolePolicy",
  "iam:PutUserPolicy",
  "iam:SetDefaultPolicyVersion",
];

/** What takes a step away: the one action without which it is none. */
const steps: Readonly<Record<Technique, Step>> = {
  // Which of its documents is written makes no difference.
  "write-policy": () => [{ Action: writeActions, Resource: "*" }],
  "join-group": () => [{ Action: "iam:AddUserToGroup", Resource: "*" }],
  "change-trust": (target) => [{ Action: "iam:UpdateAssumeRolePolicy", Resource: target }],
  "create-credentials": (target) => [
    {
      Action: ["iam:CreateAccessKey", "iam:CreateLoginProfile", "iam:UpdateLoginProfile"],
      Resource: target,
    },
  ],
  "pass-role": (target) => [{ Action: "iam:PassRole", Resource: target }],
  "put-code": (target, _streamArns, snapshot) => refuseCode(target, snapshot),
  "assume-role": (target) => [{ Action: "sts:AssumeRole", Resource: target }],
  "create-channel": (target) => [{ Action: "iam:PassRole", Resource: target }],
  "resource-policy": (_target, streamArns) => [{ Action: streamActions.share, Resource: on(streamArns) }],
  "key-policy": () => [{ Action: ["kms:CreateGrant", "kms:PutKeyPolicy"], Resource: "*" }],
  "tag-stream": (_target, streamArns) => [
    { Action: ["kinesis:AddTagsToStream", "kinesis:TagResource"], Resource: on(streamArns) },
  ],
};

const compute: ReadonlySet<string> = new Set([
  "ec2.amazonaws.com",
  "ecs-tasks.amazonaws.com",
  "lambda.amazonaws.com",
]);

/** On what runs as the role, so that code may be put into everything else. */
function refuseCode(roleArn: string, { accounts }: Snapshot): Refusal[] {
  const ways = accounts.flatMap((account) => {
    const role = account.iam.known && account.iam.value.roles.find(({ arn }) => arn === roleArn);
    return role ? computeOfRole(account, role, compute).ways : [];
  });
  return [...groupBy(ways, ({ action }) => action)].map(([Action, group]) => {
    // Each resource of a way has to be allowed: to refuse one is to refuse the way.
    const arns = new Set(group.flatMap(({ resources: [resource] }) => resource?.arn ?? []));
    return { Action, Resource: on([...arns]) };
  });
}

function isTechnique(name: string): name is Technique {
  return Object.hasOwn(steps, name);
}

const namedAtMost = 12;

function on(arns: readonly string[]): readonly string[] | string {
  return arns.length > namedAtMost ? "*" : arns;
}

/** KDS-LP-07: the step is refused to those who can take it. */
export function closeEscalation(input: FixInput): Fix | undefined {
  const { cause, streamArns } = input.finding;
  const [technique = "", target = ""] = cause.id.split(" ");
  if (!isTechnique(technique)) return undefined;
  const refusals = steps[technique](target, streamArns, input.snapshot);
  const actions = refusals.flatMap(({ Action }) => Action);
  return refuseActions(input, {
    words: `Refuse the step to those who can take it: ${actions.join(", ")}. Whoever needs it for other things keeps it there where the Deny names what it is about.`,
    about: `no-${technique}`,
    refusals: () => refusals,
    announces: [{ words: "Deployments that take this step by their daily work are refused, too." }],
  });
}
