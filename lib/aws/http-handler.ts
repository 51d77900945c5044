import "server-only";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import type { Hosts } from "@/lib/aws/hosts";

/** How long a call may take, in milliseconds. */
export interface Timeouts {
  readonly connectMs: number;
  /** From request to the end of the answer. */
  readonly answerMs: number;
}

export const defaultTimeouts: Timeouts = { connectMs: 3000, answerMs: 20_000 };

/** Well above what the limiter lets through, so that no request waits for a socket. */
const maxSockets = 200;

type Handle = NodeHttpHandler["handle"];

/**
 * HTTP/1.1 for every service.
 *
 * The Kinesis client speaks HTTP/2 by default, which emulators, proxies and plain HTTP servers do not; only an
 * instance of another handler changes that. A timeout ends the call, where the SDK's default only warns.
 */
export class HttpHandler extends NodeHttpHandler {
  readonly #hosts: Hosts;

  constructor({ connectMs, answerMs }: Timeouts, hosts: Hosts) {
    super({
      connectionTimeout: connectMs,
      requestTimeout: answerMs,
      throwOnRequestTimeout: true,
      socketTimeout: answerMs,
      httpAgent: { keepAlive: true, maxSockets },
      httpsAgent: { keepAlive: true, maxSockets },
    });
    this.#hosts = hosts;
  }

  override handle(...[request, options]: Parameters<Handle>): ReturnType<Handle> {
    this.#hosts.note(request);
    return super.handle(request, options);
  }
}
