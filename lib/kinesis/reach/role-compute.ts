import type { AccessParts } from "@/lib/kinesis/access/account-parts";
import { formatArn } from "@/lib/model/arn";
import type { IamRole } from "@/lib/model/iam-inventory";
import type { Gap, Observed } from "@/lib/model/observed";
import type { RegionSnapshot } from "@/lib/model/snapshot";
import type { EcsService } from "@/lib/model/workload";

/** An action that puts code into compute, and all that it has to be allowed on. */
export interface CodeWay {
  readonly action: CodeAction;
  readonly resources: readonly CodeResource[];
  /** What no reader of the account's configuration can tell, in words. */
  readonly hangsOn?: string;
}

interface CodeResource {
  readonly arn: string;
  /** As the service authorization reference calls it. */
  readonly kind: string;
  readonly region: string;
}

/** What runs as a role, by how code gets into it, and what could not be read of it. */
export interface RoleCompute {
  readonly ways: readonly CodeWay[];
  readonly gaps: readonly Gap[];
}

type CodeAction = keyof typeof codeActions;

/**
 * The kinds of resource that a policy can name for each.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export const codeActions = {
  "ecs:ExecuteCommand": ["cluster", "task"],
  "lambda:UpdateFunctionCode": ["function"],
  "ssm:SendCommand": ["document", "instance"],
  "ssm:StartSession": ["instance"],
} as const;

const none: RoleCompute = { ways: [], gaps: [] };

/**
 * The functions, instances and services of the scanned Regions that run as a role.
 *
 * @param services those that the role's trust policy names: no other compute can run as it
 */
export function computeOfRole(
  parts: Pick<AccessParts, "accountId" | "partition" | "regions">,
  role: IamRole,
  services: ReadonlySet<string>,
): RoleCompute {
  return merge(
    parts.regions.flatMap((place) => [
      services.has("lambda.amazonaws.com") ? inFunctions(place, role) : none,
      services.has("ec2.amazonaws.com") ? onInstances(parts, place, role) : none,
      services.has("ecs-tasks.amazonaws.com") ? inTasks(place, role) : none,
    ]),
  );
}

function inFunctions({ functions, region }: RegionSnapshot, role: IamRole): RoleCompute {
  return over(functions, ({ arn, roleArn }) => {
    if (roleArn !== role.arn) return none;
    return {
      ways: [{ action: "lambda:UpdateFunctionCode", resources: [{ arn, kind: "function", region }] }],
      gaps: [],
    };
  });
}

/** Documents of AWS's own that run whatever they are given. */
const shellDocuments = ["AWS-RunShellScript", "AWS-RunPowerShellScript"] as const;
const isManaged = "whether Systems Manager manages the instance";

function onInstances(
  { accountId, partition }: Pick<AccessParts, "accountId" | "partition">,
  { instances, region }: RegionSnapshot,
  role: IamRole,
): RoleCompute {
  return over(instances, ({ id, instanceProfileArn }) => {
    if (!role.instanceProfileArns.includes(instanceProfileArn)) return none;
    const arn = formatArn({ partition, service: "ec2", region, accountId, resource: `instance/${id}` });
    const instance = { arn, kind: "instance", region };
    const documents = shellDocuments.map((name) => {
      const resource = `document/${name}`;
      return {
        arn: formatArn({ partition, service: "ssm", region, accountId: "", resource }),
        kind: "document",
        region,
      };
    });
    return {
      ways: [
        { action: "ssm:StartSession", resources: [instance], hangsOn: isManaged },
        ...documents.map((document): CodeWay => ({
          action: "ssm:SendCommand",
          resources: [instance, document],
          hangsOn: isManaged,
        })),
      ],
      gaps: [],
    };
  });
}

function inTasks({ ecsServices, region }: RegionSnapshot, { arn }: IamRole): RoleCompute {
  return over(ecsServices, (service) => {
    const { taskRoleArn, takesCommands } = service;
    if (!taskRoleArn.known) return { ways: [], gaps: [taskRoleArn.gap] };
    if (taskRoleArn.value !== arn) return none;
    if (!takesCommands.known) return { ways: [], gaps: [takesCommands.gap] };
    if (!takesCommands.value) return none;
    const resources = resourcesOfTasks(service, region);
    return resources
      ? { ways: [{ action: "ecs:ExecuteCommand", resources }], gaps: [] }
      : { ways: [], gaps: [withoutCluster(service, region)] };
  });
}

/** Any task at all stands for those of a service: they come and go, and a policy names them by their cluster. */
const anyTask = "0".repeat(32);

function resourcesOfTasks({ arn }: EcsService, region: string): CodeResource[] | undefined {
  const [, place = "", cluster = ""] = /^(.+):service\/([^/]+)\/[^/]+$/.exec(arn) ?? [];
  if (cluster === "") return undefined;
  return [
    { arn: `${place}:cluster/${cluster}`, kind: "cluster", region },
    { arn: `${place}:task/${cluster}/${anyTask}`, kind: "task", region },
  ];
}

/** Services that are as old as the short form of their ARNs. */
function withoutCluster({ arn, name }: EcsService, region: string): Gap {
  return {
    action: "ecs:DescribeServices",
    reason: "not-collected",
    message: `The ARN of service ${name} is of the short form, which does not name its cluster.`,
    region,
    resource: arn,
  };
}

/** Most of a list is not the role's, and is asked about once for each role. */
function over<Item>(list: Observed<readonly Item[]>, find: (item: Item) => RoleCompute): RoleCompute {
  if (!list.known) return { ways: [], gaps: [list.gap] };
  return merge(list.value.map(find).filter((found) => found !== none));
}

function merge(found: readonly RoleCompute[]): RoleCompute {
  return { ways: found.flatMap(({ ways }) => ways), gaps: found.flatMap(({ gaps }) => gaps) };
}
