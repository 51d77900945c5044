import type { RoleDetail } from "@aws-sdk/client-iam";
import { buildRole } from "./build-identity";
import { accountId, euWest1, policyArn, roleArn, streamArn, usEast1 } from "./identifiers";
import { minified, pretty } from "./policy-document";
import { trustGitHub, trustService } from "./trust";

const lastUsed = { on: "2026-08-30", region: usEast1 };
const readActions = [
  "kinesis:DescribeStream",
  "kinesis:GetShardIterator",
  "kinesis:GetRecords",
  "kinesis:ListShards",
];

export function telemetryRoles(): RoleDetail[] {
  return [firehose(), webPreview(), router(), channel(), sharingBroker(), fraudScoring()];
}

/** A wildcard that reaches one stream of its Region, and one stream by name. */
function firehose(): RoleDetail {
  return buildRole({
    name: "clickstream-firehose",
    path: "/service-role/",
    createdOn: "2022-01-31",
    trust: trustService("firehose.amazonaws.com", { StringEquals: { "sts:ExternalId": accountId } }),
    lastUsed,
    inline: {
      "read-clickstream": minified({
        Effect: "Allow",
        Action: readActions,
        Resource: [streamArn(usEast1, "click*"), streamArn(euWest1, "eu-clickstream")],
      }),
    },
  });
}

/** Anybody's GitHub workflow may assume it. */
function webPreview(): RoleDetail {
  return buildRole({
    name: "github-web-preview",
    createdOn: "2025-02-24",
    trust: trustGitHub("StringLike", "repo:*"),
    lastUsed,
    inline: {
      "preview-events": pretty({
        Effect: "Allow",
        Action: ["kinesis:PutRecord", "kinesis:PutRecords"],
        Resource: [streamArn(usEast1, "web-sessions-dev"), streamArn(usEast1, "clickstream")],
      }),
    },
  });
}

/** Also names a stream that was deleted two years ago. */
function router(): RoleDetail {
  return buildRole({
    name: "telemetry-router",
    createdOn: "2021-10-12",
    trust: trustService("events.amazonaws.com"),
    lastUsed,
    inline: {
      "route-events": minified({
        Effect: "Allow",
        Action: ["kinesis:PutRecord", "kinesis:PutRecords"],
        Resource: [streamArn(usEast1, "device-events-v1"), streamArn(usEast1, "iot-telemetry")],
      }),
    },
  });
}

/** The role of the channel that copies iot-telemetry to S3; any account's channel could use it. */
function channel(): RoleDetail {
  return buildRole({
    name: "iot-telemetry-s3-delivery",
    createdOn: "2026-03-16",
    trust: trustService("kinesis.amazonaws.com"),
    lastUsed,
    inline: {
      "deliver-to-s3": pretty({
        Effect: "Allow",
        Action: ["s3:PutObject", "s3:AbortMultipartUpload"],
        Resource: "arn:aws:s3:::acme-iot-telemetry-archive/*",
      }),
    },
  });
}

/** Reads nothing itself, but may share a stream with anybody or copy it away by a channel. */
function sharingBroker(): RoleDetail {
  return buildRole({
    name: "data-sharing-broker",
    createdOn: "2025-11-03",
    trust: trustService("lambda.amazonaws.com"),
    inline: {
      "share-streams": pretty(
        {
          Sid: "Share",
          Effect: "Allow",
          Action: [
            "kinesis:PutResourcePolicy",
            "kinesis:DeleteResourcePolicy",
            "kinesis:AssociateStreamsWithChannel",
          ],
          Resource: [
            streamArn(usEast1, "clickstream"),
            streamArn(usEast1, "shipment-tracking"),
            streamArn(usEast1, "iot-telemetry"),
          ],
        },
        {
          Sid: "Channels",
          Effect: "Allow",
          Action: ["kinesis:CreateChannel", "kinesis:AssociateStreamsWithChannel"],
          Resource: `arn:aws:kinesis:${usEast1}:${accountId}:channel/*`,
        },
        {
          Sid: "PassDeliveryRole",
          Effect: "Allow",
          Action: "iam:PassRole",
          Resource: roleArn("iot-telemetry-s3-delivery"),
          Condition: { StringEquals: { "iam:PassedToService": "kinesis.amazonaws.com" } },
        },
      ),
    },
  });
}

function fraudScoring(): RoleDetail {
  return buildRole({
    name: "fraud-scoring-flink",
    createdOn: "2025-06-10",
    trust: trustService("kinesisanalytics.amazonaws.com", {
      StringEquals: { "aws:SourceAccount": accountId },
    }),
    attached: [policyArn("fraud-scoring")],
    tags: { team: "fraud", application: "fraud" },
    lastUsed,
  });
}
