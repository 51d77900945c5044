import "server-only";
import type { AwsCall } from "@/lib/aws/calls/aws-call";

const firehoseQuotas = "https://docs.aws.amazon.com/firehose/latest/dev/limits.html";

/** What else reads streams. */
export const deliveryCalls = {
  listDeliveryStreams: {
    action: "firehose:ListDeliveryStreams",
    perSecond: 5,
    rateSource: firehoseQuotas,
    keeps: ["DeliveryStreamNames"],
  },
  describeDeliveryStream: {
    action: "firehose:DescribeDeliveryStream",
    perSecond: 5,
    rateSource: firehoseQuotas,
    keeps: [
      "DeliveryStreamARN",
      "DeliveryStreamStatus",
      "KinesisStreamSourceDescription.KinesisStreamARN",
      "KinesisStreamSourceDescription.RoleARN",
      "Destinations: ARNs of buckets, domains and catalogs, and host names of endpoints",
    ],
  },
  listPipes: {
    action: "pipes:ListPipes",
    perSecond: 5,
    keeps: ["Arn", "Name", "CurrentState", "Source", "Target"],
  },
  describePipe: { action: "pipes:DescribePipe", perSecond: 5, keeps: ["Arn", "Enrichment", "RoleArn"] },
} as const satisfies Record<string, AwsCall>;
