import { z } from "zod";
import type { ForeignStatus } from "@/lib/model/reconciliation";
import { aside, finding, isStreamArn, unreadable, type RowContent } from "@/lib/reports/reconcile/file-row";

/** As Prowler fills OCSF's Detection Finding: the check is the event's code, the verdict its status code. */
const ocsfSchema = z.looseObject({
  class_uid: z.number(),
  metadata: z.looseObject({ event_code: z.string() }),
  status_code: z.string(),
  status: z.string().optional(),
  status_detail: z.string().optional(),
  time_dt: z.string().optional(),
  resources: z.array(z.looseObject({ uid: z.string() })).min(1),
});

const statuses: Readonly<Partial<Record<string, ForeignStatus>>> = { PASS: "pass", FAIL: "fail" };

/** Prowler's word for a verdict; `MANUAL` and what it may call otherwise some day decide nothing. */
export function prowlerStatus(word: string): ForeignStatus {
  return Object.hasOwn(statuses, word) ? (statuses[word] ?? "undecided") : "undecided";
}

/** A finding in the Open Cybersecurity Schema Framework, by Prowler. */
export function readOcsf(value: unknown): RowContent {
  const { data, error } = ocsfSchema.safeParse(value);
  if (error) return unreadable(error);
  const streams = data.resources.map(({ uid }) => uid).filter(isStreamArn);
  const [streamArn] = streams;
  if (streamArn === undefined) return aside("prowler", "about other resources");
  if (streams.length > 1)
    return {
      kind: "unreadable",
      problem: `resources names ${streams.length} streams; a check is about one.`,
    };
  return finding({
    tool: "prowler",
    checkId: data.metadata.event_code,
    status: prowlerStatus(data.status_code),
    word: data.status_code,
    accepted: data.status === "Suppressed",
    streamArn,
    says: data.status_detail ?? "",
    ...(data.time_dt !== undefined && { at: data.time_dt }),
  });
}
