import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import type { AccountFacts } from "../account-facts";
import { answerRequest, type WireState } from "./answer-request";
import { CallLog } from "./call-log";
import { Faults } from "./faults";
import { type QuotaOptions, Quotas } from "./quotas";
import type { WireAnswer } from "./wire-answer";
import { readWireRequest } from "./wire-request";

export interface WireServerOptions {
  /** Accounts besides: whoever has assumed a role of one of them speaks to that one. */
  readonly members?: readonly AccountFacts[];
  /** A free one, when absent. */
  readonly port?: number;
  /** AWS's rates; off, when absent. */
  readonly quotas?: QuotaOptions;
  /** Every answer waits as long. */
  readonly latencyMs?: number;
  /** Most entries on a page of `iam:GetAccountAuthorizationDetails`; IAM may give fewer than asked for. */
  readonly iamPageSize?: number;
  /** Milliseconds since 1970; the system's clock, when absent. */
  readonly now?: () => number;
}

export interface WireServer {
  readonly url: string;
  readonly port: number;
  readonly faults: Faults;
  readonly calls: CallLog;
  readonly account: AccountFacts;
  setAccount: (account: AccountFacts) => void;
  /** Buckets start full; `undefined` turns the quotas off. */
  setQuotas: (quotas: QuotaOptions | undefined) => void;
  /** Ends open sockets at once, hanging ones too. */
  close: () => Promise<void>;
}

const loopback = "127.0.0.1";

const keptAliveMs = 75_000;

/**
 * Serves an account over HTTP/1.1 in AWS's wire protocols, to the unmodified SDK.
 *
 * One code path for demo, tests and production: failures happen where they happen in life, on the wire.
 */
export async function startWireServer(
  account: AccountFacts,
  options: WireServerOptions = {},
): Promise<WireServer> {
  const { members = [], quotas, latencyMs = 0, iamPageSize = 100, now = Date.now } = options;
  const state: WireState = {
    account,
    members,
    quotas: quotas && new Quotas(quotas, now),
    faults: new Faults(),
    calls: new CallLog(),
    iamPageSize,
    now,
  };
  const server = createServer((incoming, response) => {
    serve(incoming, response, { state, latencyMs }).catch(() => incoming.destroy());
  });
  // Node's five seconds are as long as a busy client may pause: it would send into a connection that is being closed.
  server.keepAliveTimeout = keptAliveMs;
  const port = await listen(server, options.port ?? 0);
  return {
    url: `http://${loopback}:${port}`,
    port,
    faults: state.faults,
    calls: state.calls,
    get account() {
      return state.account;
    },
    setAccount: (next) => {
      state.account = next;
    },
    setQuotas: (next) => {
      state.quotas = next && new Quotas(next, now);
    },
    close: () => close(server),
  };
}

async function serve(
  incoming: IncomingMessage,
  response: ServerResponse,
  { state, latencyMs }: { state: WireState; latencyMs: number },
): Promise<void> {
  const request = await readWireRequest(incoming);
  if (!request) {
    response.writeHead(413, { connection: "close" }).end();
    return;
  }
  const answer = await answerRequest(request, state);
  if (latencyMs > 0) await delay(latencyMs);
  send(answer, incoming, response);
}

function send(answer: WireAnswer, incoming: IncomingMessage, response: ServerResponse): void {
  switch (answer.kind) {
    case "hang":
      return;
    case "reset":
      incoming.socket.resetAndDestroy();
      return;
    case "reply": {
      const { status, contentType, body, headers } = answer;
      const length = Buffer.byteLength(body);
      response.writeHead(status, { "content-type": contentType, "content-length": length, ...headers });
      response.end(body);
    }
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, loopback, () => {
      server.off("error", reject);
      const address = server.address();
      if (typeof address === "object" && address !== null) resolve(address.port);
      else reject(new TypeError("The server has no port"));
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
