import type { RegionSnapshot } from "@/lib/model/snapshot";
import { became, changeRegions } from "@/lib/remediation/change-snapshot";
import { cloudFormation } from "@/lib/remediation/documents";
import type { Fix, FixInput } from "@/lib/remediation/fix";
import { Expression, jsonEncode, resourceBlock } from "@/lib/remediation/hcl";
import { command } from "@/lib/remediation/shell";

const ruleName = "kinesis-exposure";

/** Calls of Kinesis that CloudTrail logged: those that open a stream to others, or destroy it. */
const pattern = {
  source: ["aws.kinesis"],
  "detail-type": ["AWS API Call via CloudTrail"],
  detail: {
    eventSource: ["kinesis.amazonaws.com"],
    eventName: ["PutResourcePolicy", "StopStreamEncryption", "CreateChannel", "DeleteStream"],
  },
};

/** KDS-OPS-07: a rule for the four events, and a topic that somebody has to subscribe to. */
export function tellOfExposure({ finding, snapshot }: FixInput): Fix | undefined {
  const { region, accountId } = finding.subjects[0] ?? {};
  const account = snapshot.accounts.find((each) => each.accountId === accountId);
  if (region === undefined || !account) return undefined;
  const arnOf = (service: string, resource: string) =>
    `arn:${account.partition}:${service}:${region}:${account.accountId}:${resource}`;
  const [topicArn, ruleArn] = [arnOf("sns", ruleName), arnOf("events", `rule/${ruleName}`)];
  return {
    words:
      "Make a rule on the default event bus for the four calls, with a topic as its target, and let somebody subscribe to the topic. CloudTrail has to log management events in the Region.",
    commands: commandsFor(region, topicArn, ruleArn),
    terraform: terraformFor(topicArn, ruleArn),
    cloudFormation: cloudFormation(resourcesFor(topicArn, ruleArn)),
    documents: [],
    announces: [{ words: "A topic that nobody subscribes to tells nobody: add an address to it." }],
    apply: (given) =>
      changeRegions(given, (each, owner) =>
        each.region === region && owner === accountId ? withRule(each, ruleArn, topicArn) : each,
      ),
  };
}

function commandsFor(region: string, topicArn: string, ruleArn: string): string[] {
  return [
    command("aws", "sns", "create-topic", "--region", region, "--name", ruleName),
    command(
      "aws",
      "sns",
      "set-topic-attributes",
      "--region",
      region,
      "--topic-arn",
      topicArn,
      "--attribute-name",
      "Policy",
      "--attribute-value",
      JSON.stringify(topicPolicy(topicArn, ruleArn)),
    ),
    command(
      "aws",
      "events",
      "put-rule",
      "--region",
      region,
      "--name",
      ruleName,
      "--event-pattern",
      JSON.stringify(pattern),
    ),
    command(
      "aws",
      "events",
      "put-targets",
      "--region",
      region,
      "--rule",
      ruleName,
      "--targets",
      `Id=topic,Arn=${topicArn}`,
    ),
  ];
}

function resourcesFor(topicArn: string, ruleArn: string) {
  return {
    ExposureTopic: { Type: "AWS::SNS::Topic", Properties: { TopicName: ruleName } },
    ExposureTopicPolicy: {
      Type: "AWS::SNS::TopicPolicy",
      Properties: { Topics: [{ Ref: "ExposureTopic" }], PolicyDocument: topicPolicy(topicArn, ruleArn) },
    },
    ExposureRule: {
      Type: "AWS::Events::Rule",
      Properties: {
        Name: ruleName,
        EventPattern: pattern,
        Targets: [{ Id: "topic", Arn: { Ref: "ExposureTopic" } }],
      },
    },
  };
}

/** EventBridge writes to a topic by the topic's policy alone. */
function topicPolicy(topicArn: string, ruleArn: string) {
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { Service: "events.amazonaws.com" },
        Action: "sns:Publish",
        Resource: topicArn,
        Condition: { ArnEquals: { "aws:SourceArn": ruleArn } },
      },
    ],
  };
}

function terraformFor(topicArn: string, ruleArn: string): string {
  const label = "kinesis_exposure";
  return [
    resourceBlock("aws_sns_topic", label, { name: ruleName }),
    resourceBlock("aws_sns_topic_policy", label, {
      arn: new Expression(() => `aws_sns_topic.${label}.arn`),
      policy: jsonEncode(topicPolicy(topicArn, ruleArn)),
    }),
    resourceBlock("aws_cloudwatch_event_rule", label, { name: ruleName, event_pattern: jsonEncode(pattern) }),
    resourceBlock("aws_cloudwatch_event_target", label, {
      rule: new Expression(() => `aws_cloudwatch_event_rule.${label}.name`),
      arn: new Expression(() => `aws_sns_topic.${label}.arn`),
    }),
  ].join("\n");
}

function withRule(region: RegionSnapshot, arn: string, topicArn: string): RegionSnapshot {
  const { eventRules } = region;
  if (!eventRules.known) return region;
  const rule = {
    arn,
    name: ruleName,
    state: "ENABLED",
    pattern: JSON.stringify(pattern),
    targetArns: became(eventRules, [topicArn], "events:ListTargetsByRule"),
  };
  return { ...region, eventRules: { ...eventRules, value: [...eventRules.value, rule] } };
}
