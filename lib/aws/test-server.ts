import { createServer } from "node:http";

export type TestReply =
  | { readonly status: number; readonly body: string; readonly contentType?: string }
  | "hang"
  | "reset";

export interface TestServer {
  readonly url: string;
  reply: TestReply;
  close: () => Promise<void>;
}

/** Answers everything with one reply: for what no AWS service says. */
export async function startTestServer(): Promise<TestServer> {
  const state: { reply: TestReply } = { reply: { status: 200, body: "" } };
  const server = createServer((incoming, response) => {
    const { reply } = state;
    if (reply === "hang") return;
    if (reply === "reset") {
      incoming.socket.destroy();
      return;
    }
    response.writeHead(reply.status, { "content-type": reply.contentType ?? "text/plain" });
    response.end(reply.body);
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new TypeError("The server has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    get reply() {
      return state.reply;
    },
    set reply(reply) {
      state.reply = reply;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
