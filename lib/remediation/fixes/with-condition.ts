import { z } from "zod";
import type { RawStatement } from "@/lib/remediation/edit-statements";

const conditionsSchema = z.record(z.string(), z.record(z.string(), z.unknown()));

/** A statement with some more to ask for; undefined where its conditions are none that IAM would take. */
export function withCondition(
  statement: RawStatement,
  operator: string,
  asked: Readonly<Record<string, string | readonly string[]>>,
): readonly RawStatement[] | undefined {
  const parsed = conditionsSchema.safeParse(statement["Condition"] ?? {});
  if (!parsed.success) return undefined;
  const conditions = { ...parsed.data, [operator]: { ...parsed.data[operator], ...asked } };
  return [{ ...statement, Condition: conditions }];
}
