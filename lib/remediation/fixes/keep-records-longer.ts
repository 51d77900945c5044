import { became, changeStreams, findStreams } from "@/lib/remediation/change-snapshot";
import { cloudFormation } from "@/lib/remediation/documents";
import type { Fix, FixInput } from "@/lib/remediation/fix";
import { resourceBlock } from "@/lib/remediation/hcl";
import { logicalId, terraformName } from "@/lib/remediation/names";
import { command } from "@/lib/remediation/shell";

/** KDS-OPS-02, where a least is asked for: shortening a retention deletes records, which nobody is led to. */
export function keepRecordsLonger({ finding, snapshot, settings }: FixInput): Fix | undefined {
  const { retentionHoursMin: hours, retentionHoursMax } = settings;
  const streams = findStreams(snapshot, new Set(finding.streamArns));
  if (retentionHoursMax !== undefined || streams.length === 0) return undefined;
  return {
    words: `Raise the retention to ${hours} hours. AWS bills what is kept beyond a day.`,
    commands: streams.map(({ arn, region }) =>
      command(
        "aws",
        "kinesis",
        "increase-stream-retention-period",
        "--region",
        region,
        "--stream-arn",
        arn,
        "--retention-period-hours",
        String(hours),
      ),
    ),
    terraform: streams
      .map(({ name }) =>
        resourceBlock("aws_kinesis_stream", terraformName(name), { name, retention_period: hours }),
      )
      .join("\n"),
    cloudFormation: cloudFormation(
      Object.fromEntries(
        streams.map(({ name }) => [
          logicalId("Stream", name),
          { Type: "AWS::Kinesis::Stream", Properties: { Name: name, RetentionPeriodHours: hours } },
        ]),
      ),
    ),
    documents: [],
    announces: [],
    apply: (given) =>
      changeStreams(given, new Set(finding.streamArns), (stream) =>
        Object.assign({}, stream, {
          retentionHours: became(stream.retentionHours, hours, "kinesis:DescribeStreamSummary"),
        }),
      ),
  };
}
