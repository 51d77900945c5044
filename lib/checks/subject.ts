import type { CheckPlace, RegionPlace } from "@/lib/model/check";
import type { VpcEndpoint } from "@/lib/model/network";
import type { Stream } from "@/lib/model/stream";
import type { Scope, Subject } from "@/lib/model/verdict";

export function accountSubject({ accountId }: CheckPlace): Subject {
  return { scope: "account", accountId, id: accountId };
}

/** The Region as a whole: the subject of a check of narrower scope where its subjects could not be told apart. */
export function regionSubject({ accountId, region }: RegionPlace, scope: Scope): Subject {
  return { scope, accountId, region, id: region };
}

export function streamSubject({ accountId, region, arn }: Stream): Subject {
  return { scope: "stream", accountId, region, id: arn };
}

export function endpointSubject({ accountId, region }: RegionPlace, { id }: VpcEndpoint): Subject {
  return { scope: "endpoint", accountId, region, id };
}
