import type { StaticOperationSchema } from "@smithy/types";
import type { AccountFacts, RegionFacts } from "../account-facts";
import type { Caller } from "./caller";
import { commonError } from "./common-errors";
import type { Dialect } from "./dialects";
import type { Protocol } from "./protocols/protocol";

export interface WireContext {
  readonly account: AccountFacts;
  /** That one and the others whose roles can be assumed. */
  readonly accounts: readonly AccountFacts[];
  readonly region: string;
  readonly caller: Caller;
  /** Most entries that one page of `iam:GetAccountAuthorizationDetails` holds, whatever the caller asks for. */
  readonly iamPageSize: number;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export interface WireOperation {
  /** Loaded at the first call: the EC2 client alone takes 0.4 s. */
  readonly schema: () => Promise<StaticOperationSchema>;
  /** A method, so that it may ask for the input of its own operation: what the schema beside it has read. */
  answer(input: object, context: WireContext): object;
}

export interface WireService {
  /** As in IAM actions: `kinesis`, `tag`. */
  readonly prefix: string;
  /** As in the credential scope: `kinesis`, `tagging`. */
  readonly signingName: string;
  readonly protocol: Protocol;
  /** The first part of `X-Amz-Target`, for the JSON protocol. */
  readonly target?: string;
  /** `Version` of a Query request. */
  readonly version?: string;
  readonly xmlNamespace?: string;
  /** `GET /path` to operation, for the REST protocol. */
  readonly routes?: Readonly<Record<string, string>>;
  readonly dialect: Dialect;
  readonly operations: Readonly<Record<string, WireOperation>>;
}

/** What a client returns, without what the client itself adds. */
export type Answer<Output> = Omit<Output, "$metadata">;

/** Keeps the schema once it is loaded: even a module that is there already takes an `import()` a millisecond. */
export function operation(load: WireOperation["schema"], answer: WireOperation["answer"]): WireOperation {
  let schema: Promise<StaticOperationSchema> | undefined;
  return { schema: () => (schema ??= load()), answer };
}

/** A Region that the account has not enabled knows no credentials of it. */
export function regionOf(dialect: Dialect, context: WireContext): RegionFacts {
  const facts = Object.hasOwn(context.account.regions, context.region)
    ? context.account.regions[context.region]
    : undefined;
  if (!facts) throw commonError("unrecognized-client", dialect);
  return facts;
}
