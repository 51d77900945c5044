import { policyId as idOf } from "@/lib/model/policy-id";
import type { Snapshot } from "@/lib/model/snapshot";
import type { Stream } from "@/lib/model/stream";
import { became, changeStreams, findStreams } from "@/lib/remediation/change-snapshot";
import { cloudFormation } from "@/lib/remediation/documents";
import { editStatements, type RawStatement } from "@/lib/remediation/edit-statements";
import type { Announcement, Fix, FixInput } from "@/lib/remediation/fix";
import { jsonEncode, resourceBlock, type HclValue } from "@/lib/remediation/hcl";
import { logicalId, terraformName } from "@/lib/remediation/names";
import { command } from "@/lib/remediation/shell";

interface StreamPolicyEdit {
  readonly words: string;
  readonly announces?: readonly Announcement[];
  readonly edit: (statement: RawStatement) => readonly RawStatement[] | undefined;
}

/** A fix that changes the statements of the stream's own policy that a finding points at. */
export function editStreamPolicy({ finding, snapshot }: FixInput, change: StreamPolicyEdit): Fix | undefined {
  const { document } = finding.cause;
  const stream = findStreams(snapshot, new Set(finding.streamArns)).find(
    ({ arn }) => document?.policyId === idOf.resource(arn),
  );
  const before = stream?.resourcePolicy.known ? stream.resourcePolicy.value : null;
  if (!document || !stream || before === null) return undefined;
  const after = editStatements(before, document.statements, change.edit);
  if (after === undefined) return undefined;
  return {
    words: change.words,
    ...(after === null ? removed(stream) : replaced(stream, after)),
    documents: [{ policyId: document.policyId, before, after: after ?? "" }],
    announces: change.announces ?? [],
    apply: (given) => withPolicy(given, stream, after),
  };
}

type Written = Pick<Fix, "commands" | "terraform" | "cloudFormation">;

function replaced(stream: Stream, text: string): Written {
  const { arn, region, name } = stream;
  const document: HclValue = JSON.parse(text);
  return {
    commands: [
      command(
        "aws",
        "kinesis",
        "put-resource-policy",
        "--region",
        region,
        "--resource-arn",
        arn,
        "--policy",
        JSON.stringify(document),
      ),
    ],
    terraform: resourceBlock("aws_kinesis_resource_policy", terraformName(stream.name), {
      resource_arn: arn,
      policy: jsonEncode(document),
    }),
    cloudFormation: cloudFormation({
      [logicalId("Policy", name)]: {
        Type: "AWS::Kinesis::ResourcePolicy",
        Properties: { ResourceArn: arn, ResourcePolicy: document },
      },
    }),
  };
}

function removed(stream: Stream): Written {
  const { arn, region } = stream;
  return {
    commands: [
      command("aws", "kinesis", "delete-resource-policy", "--region", region, "--resource-arn", arn),
    ],
    terraform: `# Take aws_kinesis_resource_policy.${terraformName(stream.name)} out of the configuration.\n`,
    cloudFormation: cloudFormation({}),
  };
}

function withPolicy(snapshot: Snapshot, { arn }: Stream, text: string | null): Snapshot {
  return changeStreams(snapshot, new Set([arn]), (stream) =>
    Object.assign({}, stream, {
      resourcePolicy: became(stream.resourcePolicy, text, "kinesis:GetResourcePolicy"),
    }),
  );
}
