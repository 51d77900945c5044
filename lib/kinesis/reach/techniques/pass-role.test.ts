import { describe, expect, it } from "vitest";
import type { IamRole } from "@/lib/model/iam-inventory";
import { documentOf, trustOf } from "@/lib/model/test-iam";
import { accountId, strangeAccountId } from "@/lib/model/test-place";
import {
  accessOf,
  everything,
  readsOrders,
  roleArn,
  roleWith,
  stepsOf,
  stepsOn,
  userWith,
  writesOrders,
} from "../test-reach";

const passes = (more: object = {}) => ({ Action: "iam:PassRole", Resource: roleArn("holder"), ...more });
const holderOf = (service: string, change: Partial<IamRole> = {}) =>
  roleWith("holder", [readsOrders, writesOrders], {
    trustPolicy: trustOf({ Service: service }),
    instanceProfileArns: [`arn:aws:iam::${accountId}:instance-profile/holder`],
    ...change,
  });
const makes = (...actions: string[]) => ({ Action: actions, Resource: "*" });

function stepsBy(statements: readonly object[], holder: IamRole) {
  return stepsOn(accessOf({ users: [userWith("anna", statements)], roles: [holder] }));
}

const both = ["anna pass-role holder: produce consume"];

describe("a role passed to a service gives what the service does under it", () => {
  it.each([
    { service: "lambda.amazonaws.com", actions: ["lambda:CreateFunction"], gives: both },
    { service: "lambda.amazonaws.com", actions: ["lambda:UpdateFunctionConfiguration"], gives: both },
    { service: "ec2.amazonaws.com", actions: ["ec2:RunInstances"], gives: both },
    { service: "ec2.amazonaws.com", actions: ["ec2:AssociateIamInstanceProfile"], gives: both },
    {
      service: "ecs-tasks.amazonaws.com",
      actions: ["ecs:RegisterTaskDefinition", "ecs:RunTask"],
      gives: both,
    },
    { service: "glue.amazonaws.com", actions: ["glue:CreateJob"], gives: both },
    { service: "codebuild.amazonaws.com", actions: ["codebuild:UpdateProject"], gives: both },
    { service: "cloudformation.amazonaws.com", actions: ["cloudformation:CreateStack"], gives: both },
    { service: "sagemaker.amazonaws.com", actions: ["sagemaker:CreateNotebookInstance"], gives: both },
    {
      service: "kinesisanalytics.amazonaws.com",
      actions: ["kinesisanalytics:CreateApplication"],
      gives: both,
    },
    { service: "pipes.amazonaws.com", actions: ["pipes:CreatePipe"], gives: both },
    { service: "states.amazonaws.com", actions: ["states:CreateStateMachine"], gives: both },
    {
      service: "firehose.amazonaws.com",
      actions: ["firehose:CreateDeliveryStream"],
      gives: ["anna pass-role holder: consume"],
    },
    ...[
      ["events.amazonaws.com", "events:PutTargets"],
      ["scheduler.amazonaws.com", "scheduler:CreateSchedule"],
      ["iot.amazonaws.com", "iot:CreateTopicRule"],
      ["logs.amazonaws.com", "logs:PutSubscriptionFilter"],
      ["logs.eu-central-1.amazonaws.com", "logs:PutSubscriptionFilter"],
    ].map(([service = "", action = ""]) => ({
      service,
      actions: [action],
      gives: ["anna pass-role holder: produce"],
    })),
  ])("$service by $actions", ({ service, actions, gives }) => {
    expect(stepsBy([passes(), makes(...actions)], holderOf(service))).toEqual(gives);
    for (const left of actions)
      expect(
        stepsBy([passes(), makes(...actions.filter((each) => each !== left))], holderOf(service)),
      ).toEqual([]);
  });

  it("but not where the role trusts another service, or may not be passed", () => {
    const make = makes("lambda:CreateFunction");
    expect(stepsBy([passes(), make], holderOf("glue.amazonaws.com"))).toEqual([]);
    expect(stepsBy([make], holderOf("lambda.amazonaws.com"))).toEqual([]);
    expect(stepsBy([passes({ Resource: roleArn("other") }), make], holderOf("lambda.amazonaws.com"))).toEqual(
      [],
    );
  });

  it("by an instance only where the role is in an instance profile", () => {
    const run = makes("ec2:RunInstances");
    const holder = holderOf("ec2.amazonaws.com", { instanceProfileArns: [] });
    expect(stepsBy([passes(), run], holder)).toEqual([]);
  });
});

describe("iam:PassedToService is respected", () => {
  const passesTo = (service: string) =>
    passes({ Condition: { StringEquals: { "iam:PassedToService": service } } });
  const make = makes("lambda:CreateFunction");

  it("lets through the service that it names, and no other", () => {
    expect(stepsBy([passesTo("lambda.amazonaws.com"), make], holderOf("lambda.amazonaws.com"))).toEqual(both);
    expect(stepsBy([passesTo("ec2.amazonaws.com"), make], holderOf("lambda.amazonaws.com"))).toEqual([]);
    const job = makes("glue:CreateJob");
    expect(stepsBy([passesTo("glue.amazonaws.com"), job], holderOf("glue.amazonaws.com"))).toEqual(both);
    expect(stepsBy([passesTo("lambda.amazonaws.com"), job], holderOf("glue.amazonaws.com"))).toEqual([]);
  });

  it("in a Deny, too", () => {
    const deny = { Effect: "Deny", ...passesTo("lambda.amazonaws.com") };
    expect(stepsBy([passes(), deny, make], holderOf("lambda.amazonaws.com"))).toEqual([]);
  });

  it("and other conditions are what it hangs on", () => {
    const only = passes({ Condition: { StringEquals: { "iam:AssociatedResourceArn": "arn:x" } } });
    expect(stepsBy([only, make], holderOf("lambda.amazonaws.com"))).toEqual([
      "anna pass-role holder conditional (iam:AssociatedResourceArn): produce consume",
    ]);
  });
});

describe("the service's action", () => {
  const holder = holderOf("lambda.amazonaws.com");
  const on = (Resource: string) => [passes(), { Action: "lambda:CreateFunction", Resource }];

  it.each([
    `arn:aws:lambda:eu-central-1:${accountId}:function:orders-*`,
    `arn:aws:lambda:*:${accountId}:function:orders`,
    "arn:aws:lambda:*:*:function:*",
  ])("may be allowed on %s alone", (pattern) => {
    expect(stepsBy(on(pattern), holder)).toEqual(both);
  });

  it.each([`arn:aws:lambda:eu-central-1:${strangeAccountId}:function:*`, "arn:aws:s3:::bucket"])(
    "is nothing on %s",
    (pattern) => {
      expect(stepsBy(on(pattern), holder)).toEqual([]);
    },
  );

  it("may be stopped by a Deny", () => {
    const deny = { Effect: "Deny", Action: "lambda:*", Resource: "*" };
    expect(stepsBy([passes(), makes("lambda:CreateFunction"), deny], holder)).toEqual([]);
  });

  it("hangs on its conditions", () => {
    const tagged = {
      ...makes("lambda:CreateFunction"),
      Condition: { StringEquals: { "aws:RequestTag/team": "a" } },
    };
    expect(stepsBy([passes(), tagged], holder)).toEqual([
      "anna pass-role holder conditional (aws:RequestTag/team): produce consume",
    ]);
  });
});

describe("the conditions of the trust policy", () => {
  const steps = (Condition: object) => {
    const trustPolicy = documentOf({
      Principal: { Service: "pipes.amazonaws.com" },
      Action: "sts:AssumeRole",
      Condition,
    });
    return stepsBy([passes(), makes("pipes:CreatePipe")], holderOf("", { trustPolicy }));
  };

  it("are met by a service that works for this account, and not by another", () => {
    expect(steps({ StringEquals: { "aws:SourceAccount": accountId } })).toEqual(both);
    expect(steps({ StringEquals: { "aws:SourceAccount": strangeAccountId } })).toEqual([]);
  });

  it("may ask for what the service is made as", () => {
    expect(steps({ ArnLike: { "aws:SourceArn": "arn:aws:pipes:*:*:pipe/orders" } })).toEqual([
      "anna pass-role holder conditional (aws:SourceArn in the trust policy): produce consume",
    ]);
  });

  it("count for a statement that lets somebody assume the role alone", () => {
    const tag = documentOf({ Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:TagSession" });
    expect(stepsBy([passes(), makes("lambda:*")], holderOf("", { trustPolicy: tag }))).toEqual([]);
    const deny = documentOf({
      Effect: "Deny",
      Principal: { Service: "lambda.amazonaws.com" },
      Action: "sts:*",
    });
    expect(stepsBy([passes(), makes("lambda:*")], holderOf("", { trustPolicy: deny }))).toEqual([]);
  });
});

it("makes an administrator with a role that is one, by a service that makes any call", () => {
  const rootLike = (service: string) =>
    accessOf({
      users: [userWith("anna", [passes(), makes("lambda:*", "events:*", "scheduler:*")])],
      roles: [roleWith("holder", [everything], { trustPolicy: trustOf({ Service: service }) })],
    });
  const shadows = (service: string) => rootLike(service).reach.shadowAdministrators().length;
  expect(["lambda.amazonaws.com", "scheduler.amazonaws.com", "events.amazonaws.com"].map(shadows)).toEqual([
    1, 1, 0,
  ]);
  expect(stepsOn(rootLike("events.amazonaws.com"))).toEqual(["anna pass-role holder: produce"]);
});

it("is not asked of roles without access", () => {
  const idle = roleWith("holder", []);
  expect(
    stepsOf(accessOf({ users: [userWith("anna", [passes(), makes("lambda:*")])], roles: [idle] })),
  ).toEqual([]);
});
