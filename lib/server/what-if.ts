import "server-only";
import { z } from "zod";
import type { WhatIf } from "@/lib/model/comparison";
import type { Report } from "@/lib/model/report";
import { editPolicy } from "@/lib/remediation/edit-policy";
import { found } from "@/lib/server/api";
import { HttpError } from "@/lib/server/http-error";
import { judgeChanged, snapshotOf } from "@/lib/server/judge-changed";
import { requireViewer } from "@/lib/server/viewer";

/** A policy of the latest scan, and what it would be. */
export const policyEditSchema = z.strictObject({ policyId: z.string(), document: z.string() });

type AskedEdit = z.infer<typeof policyEditSchema>;

/**
 * What an edited policy would change. Nothing is changed in AWS.
 *
 * @throws {HttpError} for a policy that the report does not have, and for a document that AWS would refuse.
 */
export async function judgeEdit(report: Report, { policyId, document }: AskedEdit): Promise<WhatIf> {
  await requireViewer();
  const policy = found(
    report.policies.find(({ id }) => id === policyId),
    "The latest scan has no policy of that id.",
  );
  const edited = editPolicy(await snapshotOf(report), { policy, text: document });
  if (!edited.ok) throw new HttpError("bad-request", edited.problem);
  return judgeChanged(report, edited.snapshot);
}
