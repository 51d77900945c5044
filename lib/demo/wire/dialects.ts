/** How a service spells the errors that every service has. */
export type Family = "json" | "query" | "ec2";

export interface Dialect {
  readonly family: Family;
  readonly throttleCode: string;
}

export const kinesisDialect: Dialect = { family: "json", throttleCode: "LimitExceededException" };
export const taggingDialect: Dialect = { family: "json", throttleCode: "ThrottledException" };
export const firehoseDialect: Dialect = { family: "json", throttleCode: "LimitExceededException" };
/** KMS, CloudTrail, EventBridge, ECS and EKS. */
export const kmsDialect: Dialect = { family: "json", throttleCode: "ThrottlingException" };
export const lambdaDialect: Dialect = { family: "json", throttleCode: "TooManyRequestsException" };
export const organizationsDialect: Dialect = { family: "json", throttleCode: "TooManyRequestsException" };
export const ec2Dialect: Dialect = { family: "ec2", throttleCode: "RequestLimitExceeded" };
/** IAM, STS and Route 53. */
export const queryDialect: Dialect = { family: "query", throttleCode: "Throttling" };
