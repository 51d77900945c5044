import { buildRole, trustOf } from "@/lib/model/test-iam";
import { vpcId } from "@/lib/model/test-network";
import { accountId, read, region as place } from "@/lib/model/test-place";
import { buildInstance } from "@/lib/model/test-workloads";
import { workloadsReachKinesisPrivately } from "@/lib/checks/network/workloads-reach-kinesis-privately";
import { roleWith, verdictIn, writes } from "@/lib/checks/test-access";
import type { World } from "@/lib/checks/test-access";

export const elsewhere = "vpc-0b2";
export const issuer = `oidc.eks.${place}.amazonaws.com/id/AB12`;
export const provider = `arn:aws:iam::${accountId}:oidc-provider/${issuer}`;

export const trusted = (principal: object, ...statements: object[]) =>
  buildRole({ ...roleWith("producer", ...statements), trustPolicy: trustOf(principal) });
export const ofService = (service: string, ...statements: object[]) =>
  trusted({ Service: `${service}.amazonaws.com` }, ...(statements.length > 0 ? statements : [writes]));
export const onInstance = {
  roles: [{ ...ofService("ec2"), instanceProfileArns: [buildInstance().instanceProfileArn] }],
};
export const trustOfInstance = { trustPolicy: trustOf({ Service: "ec2.amazonaws.com" }) };
const none = {
  vpcEndpoints: read([]),
  instances: read([]),
  functions: read([]),
  hostedZones: read([{ vpcId: elsewhere, zoneNames: read<string[]>([]) }]),
  vpcs: read([
    { id: vpcId, isDefault: false, ownerId: accountId },
    { id: elsewhere, isDefault: true, name: "lab", ownerId: accountId },
  ]),
};

export function verdictOn({ region: change, ...world }: World) {
  return verdictIn(workloadsReachKinesisPrivately, { ...world, region: { ...none, ...change } });
}

export const strayInstance = read([buildInstance({ vpcId: elsewhere, subnetId: "subnet-9" })]);
