import type { StaticOperationSchema } from "@smithy/types";
import type { Dialect } from "../dialects";
import type { WireReply } from "../wire-answer";
import type { WireError } from "../wire-error";
import type { WireRequest } from "../wire-request";

/** What a protocol must know of a service. */
export interface ServiceNames {
  readonly dialect: Dialect;
  readonly xmlNamespace?: string;
  readonly routes?: Readonly<Record<string, string>>;
}

/**
 * How one of AWS's protocols writes an operation on the wire.
 *
 * Shapes are read and written with the SDK's own schemas and serialisers; what differs between protocols is here.
 */
export interface Protocol {
  /** The operation that the request names, e.g. `ListStreams`. */
  operationName(request: WireRequest, service: ServiceNames): string | undefined;
  /** Throws the service's error for a request that cannot be read. */
  readInput(schema: StaticOperationSchema, request: WireRequest, service: ServiceNames): object;
  writeOutput(reply: OutputToWrite): WireReply;
  writeError(error: WireError, requestId: string, service: ServiceNames): WireReply;
}

interface OutputToWrite {
  readonly schema: StaticOperationSchema;
  readonly output: object;
  readonly requestId: string;
  readonly service: ServiceNames;
}
