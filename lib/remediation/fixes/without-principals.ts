import { z } from "zod";
import { parseArn } from "@/lib/model/arn";
import { textsOf, type RawStatement } from "@/lib/remediation/edit-statements";

/** A principal is an ARN, or the id of an account; services and others stand beside. */
const principalSchema = z.looseObject({ AWS: z.union([z.string(), z.array(z.string())]) });

export function withoutPrincipals(
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
