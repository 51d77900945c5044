import { readingByConsumer, readingByShard, streamActions } from "@/lib/kinesis/access/duty-actions";
import { administratorsPolicy } from "@/lib/kinesis/four-roles/administrators-policy";
import type {
  FourRoles,
  PolicyDocument,
  PolicyStatement,
  RoleOptions,
  RoleStream,
} from "@/lib/kinesis/four-roles/four-roles";
import { consumersPolicy, producersPolicy } from "@/lib/kinesis/four-roles/records-policies";
import { reshardingPolicy } from "@/lib/kinesis/four-roles/resharding-policy";
import {
  allow,
  arnsOf,
  consumerArnsOf,
  customerKeysOf,
  documentOf,
  forRecordsOf,
} from "@/lib/kinesis/four-roles/statement-parts";

/** The four policies of the course for some streams of one account, by exact ARN. `proveFourRoles` holds them to it. */
export function buildFourRoles(streams: readonly RoleStream[], options: RoleOptions): FourRoles {
  return {
    streams,
    options,
    policies: [
      administratorsPolicy(streams, options),
      reshardingPolicy(streams, options),
      producersPolicy(streams, options),
      consumersPolicy(streams, options),
    ],
    endpointPolicy: endpointPolicy(streams, options),
    keyStatements: keyStatements(streams),
  };
}

function endpointPolicy(streams: readonly RoleStream[], { fanOut }: RoleOptions): PolicyDocument {
  const accountIds = [...new Set(streams.map(({ accountId }) => accountId))];
  const actions = [
    ...streamActions.produce,
    ...readingByShard,
    "kinesis:DescribeStream",
    "kinesis:DescribeStreamSummary",
    "kinesis:ListShards",
    ...(fanOut ? ["kinesis:RegisterStreamConsumer"] : []),
  ];
  const ofConsumers = [
    readingByConsumer,
    "kinesis:DescribeStreamConsumer",
    "kinesis:DeregisterStreamConsumer",
  ];
  const condition = {
    StringEquals: { "aws:PrincipalAccount": accountIds, "aws:ResourceAccount": accountIds },
  };
  const statements = [
    allow("RecordsOfTheseStreams", actions, arnsOf(streams), condition),
    ...(fanOut ? [allow("TheirConsumers", ofConsumers, consumerArnsOf(streams), condition)] : []),
  ];
  return documentOf(statements.map((statement) => Object.assign({}, statement, { Principal: "*" })));
}

/** Lets the account's own policies decide about the key, for the records of these streams alone. */
function keyStatements(streams: readonly RoleStream[]): FourRoles["keyStatements"] {
  return new Map(
    customerKeysOf(streams).map((keyArn) => {
      const own = streams.filter(({ key }) => key.kind === "customer" && key.arn === keyArn);
      const [first] = own;
      const root = `arn:${first?.partition ?? "aws"}:iam::${first?.accountId ?? ""}:root`;
      const statement: PolicyStatement = {
        ...allow("RecordsOfTheseStreams", ["kms:Decrypt", "kms:GenerateDataKey"], "*", forRecordsOf(own)),
        Principal: { AWS: root },
      };
      const look: PolicyStatement = {
        ...allow("LookAtKey", ["kms:DescribeKey"], "*"),
        Principal: { AWS: root },
      };
      return [keyArn, [statement, look]];
    }),
  );
}
