import { z } from "zod";
import { parseArn } from "@/lib/model/arn";
import { policyId as idOf } from "@/lib/model/policy-id";
import type { Snapshot } from "@/lib/model/snapshot";
import type { Stream } from "@/lib/model/stream";
import { became, changeStreams, findStreams } from "@/lib/remediation/change-snapshot";
import { cloudFormation } from "@/lib/remediation/documents";
import { editStatements, textsOf, type RawStatement } from "@/lib/remediation/edit-statements";
import type { Fix, FixInput } from "@/lib/remediation/fix";
import { jsonEncode, resourceBlock, type HclValue } from "@/lib/remediation/hcl";
import { logicalId, terraformName } from "@/lib/remediation/names";
import { command } from "@/lib/remediation/shell";

/** KDS-SHR-01: the principals that nobody knows are taken out of the policy of the stream, and nobody else. */
export function closeStreamPolicy({ finding, snapshot }: FixInput): Fix | undefined {
  const { document, principals } = finding.cause;
  const [stream] = findStreams(snapshot, new Set(finding.streamArns));
  if (!document || !stream || document.policyId !== idOf.resource(stream.arn)) return undefined;
  const before = stream.resourcePolicy.known ? stream.resourcePolicy.value : null;
  if (before === null) return undefined;
  const after = editStatements(before, document.statements, (statement) => without(statement, principals));
  if (after === undefined) return undefined;
  return {
    words:
      "Take the principal out of the policy, or declare its account as known under Settings if the sharing is meant.",
    ...(after === null ? removed(stream) : replaced(stream, after)),
    documents: [{ policyId: document.policyId, before, after: after ?? "" }],
    announces: [{ words: "Whoever uses the stream from that account is refused from then on." }],
    apply: (given) => withPolicy(given, stream, after),
  };
}

/** A principal is an ARN, or the id of an account; services and others stand beside. */
const principalSchema = z.looseObject({ AWS: z.union([z.string(), z.array(z.string())]) });

function without(
  statement: RawStatement,
  strangers: readonly string[] | undefined,
): readonly RawStatement[] | undefined {
  const parsed = principalSchema.safeParse(statement["Principal"]);
  if (!parsed.success) return [];
  const accounts = new Set((strangers ?? []).map(accountOf));
  const { AWS, ...others } = parsed.data;
  const kept = textsOf(AWS).filter((each) => !accounts.has(accountOf(each)));
  const principal = { ...others, ...(kept.length > 0 && { AWS: kept }) };
  return Object.keys(principal).length === 0 ? [] : [{ ...statement, Principal: principal }];
}

function accountOf(principal: string): string {
  return parseArn(principal)?.accountId ?? principal;
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
