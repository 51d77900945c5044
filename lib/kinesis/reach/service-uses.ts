import { recordDuties } from "@/lib/kinesis/reach/technique";
import type { RecordDuty } from "@/lib/kinesis/reach/technique";

/** A service that works under a role which is passed to it, and what is done to make it. */
export interface ServiceUse {
  /** As trust policies and iam:PassedToService spell it. */
  readonly service: string;
  /** Any one of these makes, or changes, what works under the role; of each all actions are needed. */
  readonly ways: readonly (readonly string[])[];
  /** What whoever made it can do to records through it. */
  readonly duties: readonly RecordDuty[];
  /** Whether it runs code or any call at all under the role. */
  readonly isWhole: boolean;
  /** Whether the role has to be in an instance profile. */
  readonly needsProfile?: boolean;
}

const code = { duties: recordDuties, isWhole: true } as const;
const reads = { duties: ["consume"], isWhole: false } as const;
const writes = { duties: ["produce"], isWhole: false } as const;

/**
 * The services that hand out, or use, the powers of a role that is passed to them. DynamoDB's Kinesis destinations are
 * not among them: they work under a service-linked role, and whoever sets one up needs kinesis:PutRecords itself.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
export const serviceUses: readonly ServiceUse[] = [
  {
    service: "lambda.amazonaws.com",
    ways: [["lambda:CreateFunction"], ["lambda:UpdateFunctionConfiguration"]],
    ...code,
  },
  {
    service: "ec2.amazonaws.com",
    ways: [
      ["ec2:RunInstances"],
      ["ec2:AssociateIamInstanceProfile"],
      ["ec2:ReplaceIamInstanceProfileAssociation"],
    ],
    needsProfile: true,
    ...code,
  },
  {
    service: "ecs-tasks.amazonaws.com",
    ways: ["ecs:RunTask", "ecs:StartTask", "ecs:CreateService", "ecs:UpdateService"].map((start) => [
      "ecs:RegisterTaskDefinition",
      start,
    ]),
    ...code,
  },
  {
    service: "glue.amazonaws.com",
    ways: [["glue:CreateJob"], ["glue:UpdateJob"], ["glue:CreateSession"]],
    ...code,
  },
  {
    service: "codebuild.amazonaws.com",
    ways: [["codebuild:CreateProject"], ["codebuild:UpdateProject"]],
    ...code,
  },
  {
    service: "cloudformation.amazonaws.com",
    ways: [
      ["cloudformation:CreateStack"],
      ["cloudformation:UpdateStack"],
      ["cloudformation:CreateChangeSet"],
    ],
    ...code,
  },
  {
    service: "sagemaker.amazonaws.com",
    ways: [
      ["sagemaker:CreateNotebookInstance"],
      ["sagemaker:CreateProcessingJob"],
      ["sagemaker:CreateTrainingJob"],
    ],
    ...code,
  },
  {
    service: "kinesisanalytics.amazonaws.com",
    ways: [["kinesisanalytics:CreateApplication"], ["kinesisanalytics:UpdateApplication"]],
    ...code,
  },
  // A state machine makes any call of the SDK, and shows the answer.
  {
    service: "states.amazonaws.com",
    ways: [["states:CreateStateMachine"], ["states:UpdateStateMachine"]],
    ...code,
  },
  // A schedule makes any call of the SDK, and shows no answer.
  {
    service: "scheduler.amazonaws.com",
    ways: [["scheduler:CreateSchedule"], ["scheduler:UpdateSchedule"]],
    duties: ["produce"],
    isWhole: true,
  },
  { service: "firehose.amazonaws.com", ways: [["firehose:CreateDeliveryStream"]], ...reads },
  {
    service: "pipes.amazonaws.com",
    ways: [["pipes:CreatePipe"], ["pipes:UpdatePipe"]],
    duties: recordDuties,
    isWhole: false,
  },
  { service: "events.amazonaws.com", ways: [["events:PutTargets"]], ...writes },
  { service: "iot.amazonaws.com", ways: [["iot:CreateTopicRule"], ["iot:ReplaceTopicRule"]], ...writes },
  { service: "logs.amazonaws.com", ways: [["logs:PutSubscriptionFilter"]], ...writes },
];

/** Of these AWS lists no resource types, so that only `*` covers them. */
const withoutResource: ReadonlySet<string> = new Set(["kinesisanalytics:CreateApplication"]);

/** What is asked of the index of services: one kind of resource a service, whatever it calls its own. */
export const serviceActions = [...new Set(serviceUses.flatMap(({ ways }) => ways.flat()))].map((name) => ({
  name,
  resourceKinds: withoutResource.has(name) ? [] : [prefixOf(name)],
}));

export function prefixOf(action: string): string {
  return action.slice(0, action.indexOf(":"));
}

/** The service behind a principal: `logs.eu-west-1.amazonaws.com` is `logs.amazonaws.com`. */
export function serviceOf(principal: string): string {
  const [name = ""] = principal.split(".");
  return /\.amazonaws\.com(?:\.cn)?$/.test(principal) ? `${name}.amazonaws.com` : principal;
}
