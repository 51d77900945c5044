import { kmsDialect } from "../dialects";
import { awsJson } from "../protocols/aws-json";
import { operation, type WireService } from "../wire-service";
import { describeKey, getKeyPolicy, getKeyRotationStatus } from "./kms-key";
import { listAliases, listGrants } from "./kms-lists";

const load = () => import("@aws-sdk/client-kms");

export const kms: WireService = {
  prefix: "kms",
  signingName: "kms",
  protocol: awsJson,
  target: "TrentService",
  dialect: kmsDialect,
  operations: {
    ListAliases: operation(async () => (await load()).ListAliases$, listAliases),
    DescribeKey: operation(async () => (await load()).DescribeKey$, describeKey),
    GetKeyPolicy: operation(async () => (await load()).GetKeyPolicy$, getKeyPolicy),
    GetKeyRotationStatus: operation(async () => (await load()).GetKeyRotationStatus$, getKeyRotationStatus),
    ListGrants: operation(async () => (await load()).ListGrants$, listGrants),
  },
};
