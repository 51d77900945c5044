import type { GroupDetail, UserDetail } from "@aws-sdk/client-iam";
import { buildGroup, buildUser } from "./build-identity";
import { accountId, awsPolicyArn, keyArn, policyArn, roleArn, streamArn, usEast1 } from "./identifiers";
import { usKeyIds } from "./key-ids";
import { endpointIds } from "./network-ids";
import { usWorkloadsBoundaryArn } from "./policies-platform";
import { minified, pretty } from "./policy-document";

export function demoUsers(): UserDetail[] {
  return [...people(), ordersProducer(), iotGateway(), partnerUpload()];
}

export function demoGroups(): GroupDetail[] {
  return [
    buildGroup({
      name: "administrators",
      createdOn: "2020-01-15",
      attached: [awsPolicyArn("AdministratorAccess")],
    }),
    buildGroup({
      name: "data-engineers",
      createdOn: "2021-02-11",
      attached: [policyArn("sandbox-engineering")],
      // AssumeRole by wildcard: reaches every role whose trust names the whole account.
      inline: {
        "assume-project-roles": minified({ Effect: "Allow", Action: "sts:AssumeRole", Resource: "*" }),
      },
    }),
    buildGroup({
      name: "stream-operators",
      createdOn: "2022-05-16",
      attached: [policyArn("stream-operations")],
      inline: {
        "repair-order-roles": pretty({
          Sid: "RepairTrust",
          Effect: "Allow",
          Action: ["iam:GetRole", "iam:UpdateAssumeRolePolicy"],
          Resource: roleArn("orders-*"),
        }),
      },
    }),
    buildGroup({
      name: "analysts",
      createdOn: "2021-06-21",
      attached: [awsPolicyArn("AmazonKinesisReadOnlyAccess")],
    }),
  ];
}

function people(): UserDetail[] {
  return [
    buildUser({
      name: "maria.keller",
      createdOn: "2020-01-15",
      groups: ["administrators"],
      boundary: usWorkloadsBoundaryArn,
      tags: { team: "platform" },
    }),
    buildUser({
      name: "tom.okafor",
      createdOn: "2021-02-11",
      groups: ["data-engineers"],
      tags: { team: "data" },
    }),
    buildUser({
      name: "lena.fischer",
      createdOn: "2022-05-17",
      groups: ["data-engineers", "stream-operators"],
    }),
    buildUser({
      name: "raj.patel",
      createdOn: "2023-03-06",
      groups: ["analysts"],
      boundary: usWorkloadsBoundaryArn,
      tags: { team: "analytics", note: "=1+1" },
    }),
  ];
}

/** A producer from before roles: a user with an access key. */
function ordersProducer(): UserDetail {
  return buildUser({
    name: "svc-orders-producer",
    path: "/service/",
    createdOn: "2020-09-28",
    tags: { team: "orders" },
    inline: {
      "put-orders": pretty(
        {
          Sid: "PutOrders",
          Effect: "Allow",
          Action: "kinesis:PutRecord*",
          Resource: streamArn(usEast1, "orders-events"),
        },
        {
          Sid: "OrdersKey",
          Effect: "Allow",
          Action: "kms:GenerateDataKey",
          Resource: keyArn(usEast1, usKeyIds.orders),
        },
      ),
    },
  });
}

/** Everything on one stream, and writing to all the others. */
function iotGateway(): UserDetail {
  return buildUser({
    name: "svc-iot-gateway",
    path: "/service/",
    createdOn: "2019-05-20",
    inline: {
      "telemetry-all": minified(
        {
          Sid: "Telemetry",
          Effect: "Allow",
          Action: "kinesis:*",
          Resource: streamArn(usEast1, "iot-telemetry"),
        },
        { Sid: "Forward", Effect: "Allow", Action: "kinesis:PutRecords", Resource: streamArn(usEast1, "*") },
      ),
    },
  });
}

/** A user bound to a VPC endpoint. */
function partnerUpload(): UserDetail {
  return buildUser({
    name: "svc-partner-upload",
    path: "/service/",
    createdOn: "2023-08-14",
    inline: {
      "upload-through-endpoint": pretty(
        {
          Sid: "Upload",
          Effect: "Allow",
          Action: ["kinesis:PutRecord", "kinesis:PutRecords"],
          Resource: streamArn(usEast1, "loyalty-points"),
          Condition: { StringEquals: { "aws:SourceVpce": endpointIds.analyticsKinesis } },
        },
        {
          Sid: "SeeOneself",
          Effect: "Allow",
          Action: ["iam:GetUser", "iam:ListAccessKeys"],
          Resource: `arn:aws:iam::${accountId}:user/service/svc-partner-upload`,
        },
      ),
    },
  });
}
