import { commonError } from "./common-errors";
import type { Fault } from "./faults";
import type { WireAnswer, WireReply } from "./wire-answer";
import { WireError } from "./wire-error";
import type { WireService } from "./wire-service";

const html = "<html><head><title>Proxy</title></head><body><h1>Please sign in</h1></body></html>";

export interface FaultedCall {
  readonly service: WireService;
  readonly operation: string;
  readonly callerArn: string;
  readonly resource: string | undefined;
  /** The reply that the call would have got. */
  readonly whole: () => Promise<WireReply>;
}

/** What the wire gives for a fault; errors are thrown, for the service's protocol to write. */
export async function answerFault(fault: Fault, call: FaultedCall): Promise<WireAnswer> {
  const { kind } = fault;
  if (kind === "hang" || kind === "reset") return { kind };
  if (kind === "html-200" || kind === "html-502") return proxyPage(kind === "html-200" ? 200 : 502);
  if (kind === "empty-200") return { ...(await call.whole()), body: "" };
  if (kind === "truncated-200") return truncated(await call.whole());
  if (kind === "raw-body") {
    const { body, status = 200, contentType = "text/plain" } = fault;
    return { kind: "reply", status, contentType, body };
  }
  if (kind === "error") throw new WireError(fault.code, fault.message ?? fault.code, fault.status);
  const message = kind === "access-denied" ? deniedMessage(call) : undefined;
  throw commonError(kind, call.service.dialect, message);
}

function proxyPage(status: number): WireReply {
  return { kind: "reply", status, contentType: "text/html", body: html };
}

/** The content length is that of the half: the connection stays whole, only the body is cut. */
function truncated(reply: WireReply): WireReply {
  const bytes = Buffer.from(reply.body);
  return { ...reply, body: bytes.subarray(0, Math.floor(bytes.length / 2)) };
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */
function deniedMessage({ service, operation, callerArn, resource = "*" }: FaultedCall): string {
  const reason = `because no identity-based policy allows the ${operation} action`;
  const text = `User: ${callerArn} is not authorized to perform: ${operation} on resource: ${resource} ${reason}`;
  return service.dialect.family === "ec2"
    ? `You are not authorized to perform this operation. ${text}`
    : text;
}
