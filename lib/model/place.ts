import { parseArn } from "@/lib/model/arn";

/** Where something is; what is left out narrows nothing. */
export interface PlaceFilter {
  /** An account's id. */
  readonly account?: string | undefined;
  readonly region?: string | undefined;
}

export interface Place {
  readonly accountId?: string | undefined;
  /** Absent: it has none, such as a role, and is in none that could be chosen. */
  readonly region?: string | undefined;
}

export function isIn({ account, region }: PlaceFilter, place: Place): boolean {
  return (
    (account === undefined || account === place.accountId) &&
    (region === undefined || region === place.region)
  );
}

/** The same for what an ARN names. */
export function isArnIn(filter: PlaceFilter, arn: string): boolean {
  return isIn(filter, parseArn(arn) ?? {});
}
