import { randomUUID } from "node:crypto";
import type { AccountFacts } from "../account-facts";
import type { CallLog } from "./call-log";
import { type Caller, callerOf } from "./caller";
import { commonError } from "./common-errors";
import { answerFault } from "./fault-answer";
import type { Faults } from "./faults";
import type { Quotas } from "./quotas";
import type { WireAnswer, WireReply } from "./wire-answer";
import { WireError } from "./wire-error";
import { requestText, type WireRequest } from "./wire-request";
import type { WireService } from "./wire-service";
import { serviceOf, unknownService } from "./wire-services";

/** What the server holds; the parts that change at run time are read anew for every request. */
export interface WireState {
  account: AccountFacts;
  readonly members: readonly AccountFacts[];
  quotas: Quotas | undefined;
  readonly faults: Faults;
  readonly calls: CallLog;
  readonly iamPageSize: number;
  readonly now: () => number;
}

export async function answerRequest(request: WireRequest, state: WireState): Promise<WireAnswer> {
  const service = serviceOf(request) ?? unknownService(request);
  const requestId = randomUUID();
  try {
    return await answerSigned(request, { service, requestId, state });
  } catch (error) {
    const told = error instanceof WireError ? error : commonError("internal", service.dialect, String(error));
    return service.protocol.writeError(told, requestId, service);
  }
}

interface Target {
  readonly service: WireService;
  readonly requestId: string;
  readonly state: WireState;
}

async function answerSigned(request: WireRequest, target: Target): Promise<WireAnswer> {
  const { service, requestId, state } = target;
  const { credential } = request;
  if (!credential) throw commonError("missing-token", service.dialect);

  const account = accountOf(state, request);
  const call = await readCall(request, { service, account });
  const { operation, input, resource } = call;
  const { accessKeyId, region } = credential;
  state.calls.record({
    operation,
    region,
    accessKeyId,
    at: state.now(),
    ...(resource !== undefined && { resource }),
  });

  const whole = async () => complete(call, { service, requestId, state, account, region });
  const fault = state.faults.take({ operation, region, text: () => requestText(request) });
  if (fault) return answerFault(fault, { service, operation, callerArn: call.caller.arn, resource, whole });

  const { accountId } = account;
  if (state.quotas && !state.quotas.admit({ accountId, region, operation, resource, input })) {
    throw commonError("throttle", service.dialect);
  }
  return whole();
}

interface ReadCall {
  readonly name: string | undefined;
  /** As in IAM: `kinesis:ListStreams`. */
  readonly operation: string;
  readonly input: object;
  /** Why the input could not be read, if it could not. */
  readonly unreadable: unknown;
  readonly resource: string | undefined;
  readonly caller: Caller;
}

/** That of the role whose session signed. */
function accountOf({ account, members }: WireState, { headers }: WireRequest): AccountFacts {
  const [, , , , accountId] = callerOf(account, headers["x-amz-security-token"]).arn.split(":");
  return members.find((member) => member.accountId === accountId) ?? account;
}

/** A request that cannot be read is still a call: it is logged, and faults strike it. */
async function readCall(
  request: WireRequest,
  { service, account }: { service: WireService; account: AccountFacts },
): Promise<ReadCall> {
  const name = service.protocol.operationName(request, service);
  const operation = `${service.prefix}:${name ?? "unnamed"}`;
  const caller = callerOf(account, request.headers["x-amz-security-token"]);
  const served = servedOperation(service, name);
  try {
    const input = served ? service.protocol.readInput(await served.schema(), request, service) : {};
    return { name, operation, input, unreadable: undefined, resource: resourceOf(input), caller };
  } catch (unreadable) {
    return { name, operation, input: {}, unreadable, resource: undefined, caller };
  }
}

function servedOperation({ operations }: WireService, name: string | undefined) {
  return name !== undefined && Object.hasOwn(operations, name) ? operations[name] : undefined;
}

async function complete(
  { name, input, unreadable, caller, operation }: ReadCall,
  { service, requestId, state, account, region }: Target & { account: AccountFacts; region: string },
): Promise<WireReply> {
  if (unreadable !== undefined) throw unreadable;
  const served = servedOperation(service, name);
  if (!served)
    throw commonError("not-implemented", service.dialect, `The operation ${operation} is not supported.`);
  const accounts = [state.account, ...state.members];
  const { iamPageSize } = state;
  const now = state.now();
  const output = served.answer(input, { account, accounts, region, caller, iamPageSize, now });
  return service.protocol.writeOutput({ schema: await served.schema(), output, requestId, service });
}

const resourceMembers = [
  "StreamARN",
  "ResourceARN",
  "StreamName",
  "KeyId",
  "RoleArn",
  "VPCId",
  "PrefixListId",
  "ChannelARN",
  "UserName",
  "AccessKeyId",
  "ChildId",
  "TargetId",
  "PolicyId",
  "Name",
  "TrailName",
  "EventDataStore",
  "Rule",
  "DeliveryStreamName",
  "cluster",
  "clusterName",
  "name",
  "taskDefinition",
  "Arn",
];

function resourceOf(input: object): string | undefined {
  const members: Record<string, unknown> = { ...input };
  const named = resourceMembers.map((name) => members[name]).find((value) => typeof value === "string");
  return typeof named === "string" ? named : undefined;
}
