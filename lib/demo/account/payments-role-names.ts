import { roleArn } from "./identifiers";

export const ssoPath = "/aws-reserved/sso.amazonaws.com/eu-west-1/";
export const paymentsTeamRoleName = "AWSReservedSSO_PaymentsPlatform_9d3a5c7e1f2b4068";

const path = "/payments/";

export const paymentsRoleArns = {
  team: roleArn(paymentsTeamRoleName, ssoPath),
  admin: roleArn("payments-ledger-admin", path),
  resharding: roleArn("payments-ledger-resharding", path),
  producer: roleArn("payments-ledger-producer", path),
  consumer: roleArn("payments-ledger-consumer", path),
  keyAdmin: roleArn("payments-key-admin", path),
} as const;
