import { streamActions } from "@/lib/kinesis/access/duty-actions";
import type { Technique } from "@/lib/model/role-reach";
import type { Fix, FixInput } from "@/lib/remediation/fix";
import { refuseActions, type Refusal } from "@/lib/remediation/fixes/refuse-actions";

type Step = (target: string, streamArns: readonly string[]) => readonly Refusal[];

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

const putCodeActions = [
  "ecs:ExecuteCommand",
  "lambda:UpdateFunctionCode",
  "ssm:SendCommand",
  "ssm:StartSession",
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
  "put-code": () => [{ Action: putCodeActions, Resource: "*" }],
  "assume-role": (target) => [{ Action: "sts:AssumeRole", Resource: target }],
  "create-channel": (target) => [{ Action: "iam:PassRole", Resource: target }],
  "resource-policy": (_target, streamArns) => [{ Action: streamActions.share, Resource: on(streamArns) }],
  "key-policy": () => [{ Action: ["kms:CreateGrant", "kms:PutKeyPolicy"], Resource: "*" }],
  "tag-stream": (_target, streamArns) => [
    { Action: ["kinesis:AddTagsToStream", "kinesis:TagResource"], Resource: on(streamArns) },
  ],
};

function isTechnique(name: string): name is Technique {
  return Object.hasOwn(steps, name);
}

const namedAtMost = 12;

function on(streamArns: readonly string[]): readonly string[] | string {
  return streamArns.length > namedAtMost ? "*" : streamArns;
}

/** KDS-LP-07: the step is refused to those who can take it. */
export function closeEscalation(input: FixInput): Fix | undefined {
  const { cause, streamArns } = input.finding;
  const [technique = "", target = ""] = cause.id.split(" ");
  if (!isTechnique(technique)) return undefined;
  const refusals = steps[technique](target, streamArns);
  const actions = refusals.flatMap(({ Action }) => Action);
  return refuseActions(input, {
    words: `Refuse the step to those who can take it: ${actions.join(", ")}. Whoever needs it for other things keeps it there where the Deny names what it is about.`,
    about: `no-${technique}`,
    refusals: () => refusals,
    announces: [{ words: "Deployments that take this step by their daily work are refused, too." }],
  });
}
