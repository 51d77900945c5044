export const accountId = "111122223333";
export const organizationId = "o-a1b2c3d4e5";

/** Accounts of the organization of the demo account. */
export const organizationAccountIds = {
  management: "444455556666",
  development: "222233334444",
  analytics: "555566667777",
  network: "666677778888",
  security: "777788889999",
} as const;

/** Accounts that belong to nobody in the organization. */
export const outsideAccountIds = {
  fulfilmentPartner: "333344445555",
  monitoringVendor: "999988887777",
} as const;

export const usEast1 = "us-east-1";
export const euWest1 = "eu-west-1";

/** A day in 2026 or before as the instant at which the demo account says that something happened. */
export function at(day: string): Date {
  return new Date(`${day}T09:00:00.000Z`);
}

export function streamArn(region: string, streamName: string): string {
  return `arn:aws:kinesis:${region}:${accountId}:stream/${streamName}`;
}

export function consumerArn(
  region: string,
  streamName: string,
  consumerName: string,
  createdOn: string,
): string {
  return `${streamArn(region, streamName)}/consumer/${consumerName}:${at(createdOn).getTime() / 1000}`;
}

export function keyArn(region: string, keyId: string, owner: string = accountId): string {
  return `arn:aws:kms:${region}:${owner}:key/${keyId}`;
}

export function aliasArn(region: string, aliasName: string): string {
  return `arn:aws:kms:${region}:${accountId}:${aliasName}`;
}

/** `path` begins and ends with a slash, as IAM writes it. */
export function roleArn(roleName: string, path = "/", owner: string = accountId): string {
  return `arn:aws:iam::${owner}:role${path}${roleName}`;
}

export function policyArn(policyName: string, path = "/"): string {
  return `arn:aws:iam::${accountId}:policy${path}${policyName}`;
}

export function awsPolicyArn(policyName: string, path = "/"): string {
  return `arn:aws:iam::aws:policy${path}${policyName}`;
}

export function accountRootArn(owner: string): string {
  return `arn:aws:iam::${owner}:root`;
}
