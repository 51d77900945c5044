import type {
  PolicyDocument,
  PolicyStatement,
  RoleOptions,
  RoleStream,
} from "@/lib/kinesis/four-roles/four-roles";
import { viaKinesis } from "@/lib/kinesis/via-kinesis";

export function documentOf(statements: readonly PolicyStatement[]): PolicyDocument {
  return { Version: "2012-10-17", Statement: statements };
}

export function allow(
  Sid: string,
  actions: readonly string[],
  resources: readonly string[] | "*",
  condition: PolicyStatement["Condition"] = {},
): PolicyStatement {
  const hasCondition = Object.keys(condition).length > 0;
  return {
    Sid,
    Effect: "Allow",
    Action: actions,
    Resource: resources,
    ...(hasCondition && { Condition: condition }),
  };
}

/** Refuses what comes without TLS, whatever else allows it. */
export function denyWithoutTls({ requireTls }: RoleOptions): PolicyStatement[] {
  if (!requireTls) return [];
  return [
    {
      Sid: "RefuseWithoutTls",
      Effect: "Deny",
      Action: "kinesis:*",
      Resource: "*",
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
  ];
}

/** The ARNs of the customer managed keys of some streams, each once. */
export function customerKeysOf(streams: readonly RoleStream[]): string[] {
  return [...new Set(streams.flatMap(({ key }) => (key.kind === "customer" ? [key.arn] : [])))];
}

/**
 * Use of the streams' keys for their records alone: Kinesis sends the stream's ARN as encryption context.
 *
 * @see https://docs.aws.amazon.com/streams/latest/dev/permissions-user-key-KMS.html
 */
export function useKeys(
  Sid: string,
  action: "kms:Decrypt" | "kms:GenerateDataKey",
  streams: readonly RoleStream[],
): PolicyStatement[] {
  const keys = customerKeysOf(streams);
  if (keys.length === 0) return [];
  const encrypted = streams.filter(({ key }) => key.kind === "customer");
  return [allow(Sid, [action], keys, forRecordsOf(encrypted))];
}

export function forRecordsOf(streams: readonly RoleStream[]): NonNullable<PolicyStatement["Condition"]> {
  return {
    StringEquals: {
      "kms:EncryptionContext:aws:kinesis:arn": streams.map(({ arn }) => arn),
      "kms:ViaService": [...new Set(streams.map(({ region }) => viaKinesis(region)))],
    },
  };
}

export const arnsOf = (streams: readonly RoleStream[]): string[] => streams.map(({ arn }) => arn);

export const consumerArnsOf = (streams: readonly RoleStream[]): string[] =>
  streams.map(({ arn }) => `${arn}/consumer/*`);

/** What limits an action that takes no resource. */
export function inRegionsOf(streams: readonly RoleStream[]): NonNullable<PolicyStatement["Condition"]> {
  return { StringEquals: { "aws:RequestedRegion": [...new Set(streams.map(({ region }) => region))] } };
}
