import { viaKinesis } from "@/lib/kinesis/via-kinesis";
import { formatArn, parseArn } from "@/lib/model/arn";
import type { KmsKey } from "@/lib/model/kms-key";
import type { RegionSnapshot, Snapshot } from "@/lib/model/snapshot";
import type { Stream } from "@/lib/model/stream";
import { became, changeRegions, findStreams } from "@/lib/remediation/change-snapshot";
import { cloudFormation } from "@/lib/remediation/documents";
import type { Fix, FixInput } from "@/lib/remediation/fix";
import { Expression, jsonEncode, resourceBlock } from "@/lib/remediation/hcl";
import { logicalId, terraformName } from "@/lib/remediation/names";
import { command } from "@/lib/remediation/shell";

/** No key has it: KMS makes an id of its own. */
const imaginedKeyId = "00000000-0000-4000-8000-000000000000";

/** KDS-REST-01 and KDS-REST-02: a customer managed key of its own for each stream, that changes nobody's access. */
export function encryptWithOwnKey({ finding, snapshot }: FixInput): Fix | undefined {
  const streams = findStreams(snapshot, new Set(finding.streamArns));
  if (streams.length === 0) return undefined;
  return {
    words:
      "Make a customer managed key for the stream, with rotation, and encrypt new records with it. Its policy lets whoever may use the stream use the key through Kinesis, as the AWS managed key does, so that nobody's access changes; bind it closer once producers and consumers have kms permissions of their own.",
    commands: streams.flatMap(commandsFor),
    terraform: streams.map(terraformFor).join("\n"),
    cloudFormation: cloudFormation(Object.assign({}, ...streams.map(resourcesFor))),
    documents: [],
    announces: [
      {
        checkId: "KDS-REST-07",
        words: "Records that are in the stream already stay as they were written until retention ends.",
      },
      {
        checkId: "KDS-LP-07",
        words:
          "A channel takes a stream with a customer managed key, and none with the AWS managed one: who may make channels and pass a role to them can then copy records away.",
      },
      {
        checkId: "KDS-REST-06",
        words:
          "Principals of other accounts cannot use the key: name them in its policy if the stream is shared.",
      },
    ],
    apply: (given) => withKeys(given, new Set(streams.map(({ arn }) => arn))),
  };
}

const aliasOf = ({ name }: Stream) => `alias/${name.replaceAll(/[^\w/-]/g, "-").slice(0, 240)}-records`;

function commandsFor(stream: Stream): string[] {
  const { arn, name, region } = stream;
  const create = command(
    "aws",
    "kms",
    "create-key",
    "--region",
    region,
    "--description",
    `Records of the Kinesis data stream ${name}`,
    "--policy",
    JSON.stringify(keyPolicy(stream)),
    "--query",
    "KeyMetadata.KeyId",
    "--output",
    "text",
  );
  return [
    `KEY_ID=$(${create})`,
    `aws kms enable-key-rotation --region ${region} --key-id "$KEY_ID"`,
    `${command("aws", "kms", "create-alias", "--region", region, "--alias-name", aliasOf(stream))} --target-key-id "$KEY_ID"`,
    command(
      "aws",
      "kinesis",
      "start-stream-encryption",
      "--region",
      region,
      "--stream-arn",
      arn,
      "--encryption-type",
      "KMS",
      "--key-id",
      aliasOf(stream),
    ),
  ];
}

function keyPolicy(stream: Stream) {
  const { arn, accountId, region } = stream;
  const partition = parseArn(arn)?.partition ?? "aws";
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "AccountDecides",
        Effect: "Allow",
        Principal: { AWS: `arn:${partition}:iam::${accountId}:root` },
        Action: "kms:*",
        Resource: "*",
      },
      {
        Sid: "RecordsThroughKinesis",
        Effect: "Allow",
        Principal: { AWS: "*" },
        Action: ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"],
        Resource: "*",
        Condition: {
          StringEquals: {
            "kms:CallerAccount": accountId,
            "kms:ViaService": viaKinesis(region),
          },
        },
      },
    ],
  };
}

function terraformFor(stream: Stream): string {
  const label = terraformName(stream.name);
  return [
    resourceBlock("aws_kms_key", label, {
      description: `Records of the Kinesis data stream ${stream.name}`,
      enable_key_rotation: true,
      policy: jsonEncode(keyPolicy(stream)),
    }),
    resourceBlock("aws_kms_alias", label, {
      name: aliasOf(stream),
      target_key_id: new Expression(() => `aws_kms_key.${label}.key_id`),
    }),
    resourceBlock("aws_kinesis_stream", label, {
      name: stream.name,
      encryption_type: "KMS",
      kms_key_id: new Expression(() => `aws_kms_key.${label}.arn`),
    }),
  ].join("\n");
}

function resourcesFor(stream: Stream): Record<string, unknown> {
  const id = (kind: string) => logicalId(kind, stream.name);
  return {
    [id("Key")]: {
      Type: "AWS::KMS::Key",
      Properties: { EnableKeyRotation: true, KeyPolicy: keyPolicy(stream) },
    },
    [id("Alias")]: {
      Type: "AWS::KMS::Alias",
      Properties: { AliasName: aliasOf(stream), TargetKeyId: { Ref: id("Key") } },
    },
    [id("Stream")]: {
      Type: "AWS::Kinesis::Stream",
      Properties: {
        Name: stream.name,
        StreamEncryption: { EncryptionType: "KMS", KeyId: { "Fn::GetAtt": [id("Key"), "Arn"] } },
      },
    },
  };
}

function withKeys(snapshot: Snapshot, arns: ReadonlySet<string>): Snapshot {
  return changeRegions(snapshot, (region) => {
    const own = region.streams.known ? region.streams.value.filter(({ arn }) => arns.has(arn)) : [];
    const encrypted = own.reduce((changed, stream, index) => withKey(changed, stream, index), region);
    return withStarts(encrypted, own, snapshot.finishedAt);
  });
}

function withKey(region: RegionSnapshot, stream: Stream, index: number): RegionSnapshot {
  const key = imaginedKey(stream, index);
  const alias = {
    name: aliasOf(stream),
    arn: key.arn.replace(/key\/.*/, aliasOf(stream)),
    targetKeyId: key.keyId,
  };
  const { streams, keys, aliases } = region;
  const encryption = became(
    stream.encryption,
    { type: "kms" as const, keyReference: key.arn },
    "kinesis:DescribeStreamSummary",
  );
  return {
    ...region,
    ...(streams.known && {
      streams: {
        ...streams,
        value: streams.value.map((each) =>
          each.arn === stream.arn ? Object.assign({}, each, { encryption }) : each,
        ),
      },
    }),
    ...(keys.known && { keys: { ...keys, value: [...keys.value, key] } }),
    ...(aliases.known && { aliases: { ...aliases, value: [...aliases.value, alias] } }),
  };
}

/** The event history would tell of it, so that the next scan asks what is left from before. */
function withStarts(region: RegionSnapshot, streams: readonly Stream[], at: string): RegionSnapshot {
  const { encryptionEvents } = region;
  if (!encryptionEvents.known) return region;
  const starts = streams.map(({ name }) => ({ kind: "start" as const, at, streamName: name }));
  return {
    ...region,
    encryptionEvents: { ...encryptionEvents, value: [...starts, ...encryptionEvents.value] },
  };
}

function imaginedKey(stream: Stream, index: number): KmsKey {
  const { accountId, region } = stream;
  const keyId = imaginedKeyId.slice(0, -3) + String(index).padStart(3, "0");
  const partition = parseArn(stream.arn)?.partition ?? "aws";
  const known = <T>(value: T) => became(stream.encryption, value, "kms:DescribeKey");
  return {
    arn: formatArn({ partition, service: "kms", region, accountId, resource: `key/${keyId}` }),
    keyId,
    accountId,
    region,
    aliasNames: [aliasOf(stream)],
    metadata: known({
      manager: known("customer" as const),
      state: known("Enabled"),
      origin: known("AWS_KMS"),
      spec: known("SYMMETRIC_DEFAULT"),
    }),
    policy: known(JSON.stringify(keyPolicy(stream))),
    rotation: known({ enabled: true, periodDays: 365 }),
    grants: known([]),
  };
}
