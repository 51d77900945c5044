import { z } from "zod";
import type { ForeignStatus, ForeignTool } from "@/lib/model/reconciliation";
import { aside, finding, isStreamArn, unreadable, type RowContent } from "@/lib/reports/reconcile/file-row";

/** https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_AwsSecurityFinding.html */
const asffSchema = z.looseObject({
  SchemaVersion: z.string(),
  GeneratorId: z.string(),
  Description: z.string().optional(),
  UpdatedAt: z.string().optional(),
  RecordState: z.string().optional(),
  Workflow: z.looseObject({ Status: z.string().optional() }).optional(),
  Compliance: z
    .looseObject({ Status: z.string().optional(), SecurityControlId: z.string().optional() })
    .optional(),
  Resources: z.array(z.looseObject({ Id: z.string() })).min(1),
});
type Asff = z.infer<typeof asffSchema>;

const statuses: Readonly<Partial<Record<string, ForeignStatus>>> = { PASSED: "pass", FAILED: "fail" };

/** A finding in the AWS Security Finding Format: of a control of Security Hub, or of a product that sends to it. */
export function readAsff(value: unknown): RowContent {
  const { data, error } = asffSchema.safeParse(value);
  if (error) return unreadable(error);
  const { tool, checkId } = checkOf(data);
  const streams = data.Resources.map(({ Id }) => Id).filter(isStreamArn);
  const [streamArn] = streams;
  if (streamArn === undefined) return aside(tool, "about other resources");
  if (data.RecordState === "ARCHIVED") return aside(tool, "archived in Security Hub");
  if (streams.length > 1)
    return {
      kind: "unreadable",
      problem: `Resources names ${streams.length} streams; a check is about one.`,
    };
  const word = data.Compliance?.Status ?? "no Compliance.Status";
  return finding({
    tool,
    checkId,
    status: Object.hasOwn(statuses, word) ? (statuses[word] ?? "undecided") : "undecided",
    word,
    accepted: data.Workflow?.Status === "SUPPRESSED",
    streamArn,
    says: data.Description ?? "",
    ...(data.UpdatedAt !== undefined && { at: data.UpdatedAt }),
  });
}

/**
 * `security-control/Kinesis.1` where control findings are consolidated, else `…/v/1.0.0/Kinesis.1`; SecurityControlId
 * says it in both cases. Prowler sends `prowler-` and the name of its check.
 */
function checkOf({ GeneratorId, Compliance }: Asff): { tool: ForeignTool; checkId: string } {
  const prowler = /^prowler-(.+)$/s.exec(GeneratorId)?.[1];
  if (prowler !== undefined) return { tool: "prowler", checkId: prowler };
  const last = GeneratorId.split("/").at(-1) ?? GeneratorId;
  return { tool: "security-hub", checkId: Compliance?.SecurityControlId ?? last };
}
