interface FaultScope {
  /** `kinesis:ListStreams`, `kinesis:*` or `*`. */
  readonly operation: string;
  /** Operations that stay whole under a wide `operation`. */
  readonly except?: readonly string[];
  readonly region?: string;
  /** Text that the request's parameters contain, such as a stream's name or ARN. */
  readonly match?: string;
  /** How many calls it strikes; all, when absent. */
  readonly times?: number;
  /** Asked for each call that it would strike: a chance, by whatever die is thrown. */
  readonly chance?: () => boolean;
}

export type FaultKind =
  | "access-denied"
  | "throttle"
  | "expired-token"
  | "unrecognized-client"
  | "service-unavailable"
  | "not-implemented"
  | "empty-200"
  | "html-200"
  | "html-502"
  | "truncated-200"
  | "hang"
  | "reset";

export type Fault = FaultScope &
  (
    | { readonly kind: FaultKind }
    /** Any other error, in the service's own dialect. */
    | { readonly kind: "error"; readonly code: string; readonly status?: number; readonly message?: string }
    /** These bytes and no others. */
    | {
        readonly kind: "raw-body";
        readonly body: string;
        readonly status?: number;
        readonly contentType?: string;
      }
  );

export interface FaultTarget {
  readonly operation: string;
  readonly region: string;
  readonly text: () => string;
}

/** What goes wrong, and where: the failures of real networks and accounts, switched on and off while the server runs. */
export class Faults {
  readonly #active = new Map<symbol, { readonly fault: Fault; left: number }>();

  /** Returns the switch that takes the fault away again. */
  add(fault: Fault): () => void {
    const id = Symbol(fault.kind);
    this.#active.set(id, { fault, left: fault.times ?? Number.POSITIVE_INFINITY });
    return () => void this.#active.delete(id);
  }

  clear(): void {
    this.#active.clear();
  }

  /** The newest fault that strikes this call, counted off. */
  take(target: FaultTarget): Fault | undefined {
    for (const entry of [...this.#active.values()].toReversed()) {
      if (entry.left < 1 || !strikes(entry.fault, target)) continue;
      entry.left -= 1;
      return entry.fault;
    }
    return undefined;
  }
}

function strikes(fault: Fault, { operation, region, text }: FaultTarget): boolean {
  if (!covers(fault.operation, operation)) return false;
  if (fault.except?.some((pattern) => covers(pattern, operation))) return false;
  if (fault.region !== undefined && fault.region !== region) return false;
  if (fault.match !== undefined && !text().includes(fault.match)) return false;
  return fault.chance === undefined || fault.chance();
}

function covers(pattern: string, operation: string): boolean {
  return pattern.endsWith("*") ? operation.startsWith(pattern.slice(0, -1)) : pattern === operation;
}
