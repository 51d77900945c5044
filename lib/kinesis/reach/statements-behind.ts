import type { AccessIndex } from "@/lib/iam/access-index/access-index";
import { hasPlace } from "@/lib/iam/access-index/resource-set";
import type { ReachIndex } from "@/lib/kinesis/reach/reach-index";
import type { GrantPointer } from "@/lib/model/duty";
import { policyId } from "@/lib/model/policy-id";

export interface AskedOf {
  readonly principalArn: string;
  readonly action: string;
  readonly resourceArn: string;
}

/** The Allow statements that an access rests on: of the principal's own policies, and of the trust policy. */
export function statementsBehind({ index, placeOf }: ReachIndex, asked: AskedOf): GrantPointer[] {
  const { principalArn, action, resourceArn } = asked;
  const place = placeOf(resourceArn);
  const own = index.grants(principalArn, action).filter(({ reach }) => hasPlace(reach.may, place));
  return [...own, ...trustStatements(index, asked)].map(toPointer);
}

function toPointer({ policy, index, sid }: GrantPointer): GrantPointer {
  return { policy, ...(index !== undefined && { index }), ...(sid !== undefined && { sid }) };
}

function trustStatements({ explain }: AccessIndex, { principalArn, action, resourceArn }: AskedOf) {
  const trust = policyId.trust(resourceArn);
  const { statements } = explain(principalArn, action, resourceArn);
  return statements.filter(({ effect, policy }) => effect === "Allow" && policy === trust);
}
