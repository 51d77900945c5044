import type {
  AssumeRoleCommandInput,
  AssumeRoleCommandOutput,
  GetCallerIdentityCommandInput,
  GetCallerIdentityCommandOutput,
} from "@aws-sdk/client-sts";
import type { AccountFacts } from "../../account-facts";
import { toSessionToken, uniqueId } from "../caller";
import { commonError } from "../common-errors";
import { pageSize } from "../page";
import { queryDialect } from "../dialects";
import { query } from "../protocols/query";
import { WireError } from "../wire-error";
import { type Answer, operation, type WireContext, type WireService } from "../wire-service";
import { externalIdFits } from "./external-id";

const load = () => import("@aws-sdk/client-sts");

export const sts: WireService = {
  prefix: "sts",
  signingName: "sts",
  protocol: query,
  version: "2011-06-15",
  xmlNamespace: "https://sts.amazonaws.com/doc/2011-06-15/",
  dialect: queryDialect,
  operations: {
    GetCallerIdentity: operation(async () => (await load()).GetCallerIdentity$, getCallerIdentity),
    AssumeRole: operation(async () => (await load()).AssumeRole$, assumeRole),
  },
};

function getCallerIdentity(
  _input: GetCallerIdentityCommandInput,
  { account, caller }: WireContext,
): Answer<GetCallerIdentityCommandOutput> {
  return { Account: account.accountId, Arn: caller.arn, UserId: caller.userId };
}

/** Of the trust policy only the external id is judged: the rest is the auditor's to judge. */
function assumeRole(input: AssumeRoleCommandInput, context: WireContext): Answer<AssumeRoleCommandOutput> {
  const { RoleArn = "", RoleSessionName = "", ExternalId } = input;
  if (!/^[\w+=,.@-]{2,64}$/.test(RoleSessionName))
    throw invalid("RoleSessionName is 2 to 64 characters of [\\w+=,.@-].");
  const seconds = pageSize(input.DurationSeconds, {
    min: 900,
    max: 43_200,
    default: 3600,
    invalid: invalidDuration,
  });

  const roleIn = ({ iam }: AccountFacts) => iam.roles.find(({ Arn }) => Arn === RoleArn);
  const account = context.accounts.find(roleIn);
  const role = account && roleIn(account);
  if (!account || !role || !externalIdFits(role.AssumeRolePolicyDocument, ExternalId))
    throw denied(RoleArn, context);

  const session = {
    arn: sessionArn(account, role.RoleName ?? "", RoleSessionName),
    userId: `${role.RoleId ?? uniqueId("AROA", RoleArn)}:${RoleSessionName}`,
  };
  return {
    Credentials: {
      AccessKeyId: uniqueId("ASIA", RoleArn),
      SecretAccessKey: `${uniqueId("demo", session.arn)}${uniqueId("weir", RoleArn)}`,
      SessionToken: toSessionToken(session),
      Expiration: new Date(context.now + seconds * 1000),
    },
    AssumedRoleUser: { AssumedRoleId: session.userId, Arn: session.arn },
  };
}

function sessionArn({ accountId, callerArn }: AccountFacts, roleName: string, session: string): string {
  const partition = callerArn.split(":")[1] ?? "aws";
  return `arn:${partition}:sts::${accountId}:assumed-role/${roleName}/${session}`;
}

function denied(roleArn: string, { caller }: WireContext): WireError {
  return commonError(
    "access-denied",
    queryDialect,
    `User: ${caller.arn} is not authorized to perform: sts:AssumeRole on resource: ${roleArn}`,
  );
}

function invalid(message: string): WireError {
  return new WireError("ValidationError", message);
}

const invalidDuration = () => invalid("DurationSeconds is 900 to 43200.");
