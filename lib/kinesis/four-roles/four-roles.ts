import type { Gap, Observed } from "@/lib/model/observed";

/** The four roles of the course, each with a policy of its own. */
export const roleNames = ["administrators", "resharding", "producers", "consumers"] as const;
export type RoleName = (typeof roleNames)[number];

/** How records are read: by shard, by KCL with its tables, or by a service on somebody's behalf. */
export const readers = ["shards", "kcl", "lambda", "firehose"] as const;
type Reader = (typeof readers)[number];

/** What a stream is encrypted with, as far as its roles need to know. */
export type RoleKey =
  | { readonly kind: "none" }
  /** Needs no grant from principals of its account. */
  | { readonly kind: "aws-managed" }
  | { readonly kind: "customer"; readonly arn: string }
  | { readonly kind: "unread"; readonly gap: Gap };

/** A live stream that the roles are for. */
export interface RoleStream {
  readonly arn: string;
  readonly name: string;
  readonly accountId: string;
  readonly region: string;
  readonly partition: string;
  readonly mode: Observed<"provisioned" | "on-demand">;
  readonly key: RoleKey;
}

export interface RoleOptions {
  /** Administrators may put and delete resource policies. */
  readonly share: boolean;
  /** Actions that AWS accepts on every stream of the Region at once only. */
  readonly regionWide: boolean;
  readonly reader: Reader;
  /** Consumers register themselves and read by enhanced fan-out. */
  readonly fanOut: boolean;
  /** Names KCL's tables and its metrics. */
  readonly application?: string;
  readonly requireTls: boolean;
  /** Records are written and read through these VPC endpoints alone; none: from anywhere. */
  readonly vpcEndpointIds: readonly string[];
}

export interface PolicyStatement {
  readonly Sid: string;
  readonly Effect: "Allow" | "Deny";
  readonly Principal?: string | { readonly AWS: string };
  readonly Action: readonly string[] | string;
  readonly Resource: readonly string[] | string;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, readonly string[] | string>>>>;
}

export interface PolicyDocument {
  readonly Version: "2012-10-17";
  readonly Statement: readonly PolicyStatement[];
}

/** The policy of one role; undefined where there is nothing to allow, and why. */
export interface RolePolicy {
  readonly role: RoleName;
  readonly document: PolicyDocument | undefined;
  /** What it holds, leaves out and needs beside, in sentences. */
  readonly notes: readonly string[];
}

export interface FourRoles {
  readonly streams: readonly RoleStream[];
  readonly options: RoleOptions;
  readonly policies: readonly RolePolicy[];
  /** For the interface VPC endpoint of Kinesis: the streams, for principals of their account. */
  readonly endpointPolicy: PolicyDocument;
  /** To add to the policies of customer managed keys, by the key's ARN. */
  readonly keyStatements: ReadonlyMap<string, readonly PolicyStatement[]>;
}
