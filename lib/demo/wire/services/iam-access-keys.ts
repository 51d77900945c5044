import type {
  GetAccessKeyLastUsedCommandInput,
  GetAccessKeyLastUsedCommandOutput,
  ListAccessKeysCommandInput,
  ListAccessKeysCommandOutput,
} from "@aws-sdk/client-iam";
import type { AccessKeyFacts } from "../../account-facts";
import { pageOf, pageSize } from "../page";
import { WireError } from "../wire-error";
import type { Answer, WireContext } from "../wire-service";

const invalid = (message: string) => () => new WireError("ValidationError", message);
const range = { max: 1000, default: 100, invalid: invalid("MaxItems must be between 1 and 1000.") };

export function listAccessKeys(
  { UserName, MaxItems, Marker }: ListAccessKeysCommandInput,
  context: WireContext,
): Answer<ListAccessKeysCommandOutput> {
  const name = UserName ?? ownName(context);
  const user = context.account.iam.users.find((one) => one.UserName === name);
  if (!user) throw new WireError("NoSuchEntity", `The user with name ${name} cannot be found.`, 404);
  const { items, nextToken } = pageOf(keysOf(context, name), {
    operation: `iam:ListAccessKeys ${name}`,
    token: Marker,
    limit: pageSize(MaxItems, range),
    invalidToken: invalid("Marker is invalid."),
  });
  return {
    AccessKeyMetadata: items.map(({ metadata }) => Object.assign({ UserName: name }, metadata)),
    IsTruncated: nextToken !== undefined,
    Marker: nextToken,
  };
}

/** Of a key that was never used IAM says "N/A", and no date. */
export function getAccessKeyLastUsed(
  { AccessKeyId }: GetAccessKeyLastUsedCommandInput,
  context: WireContext,
): Answer<GetAccessKeyLastUsedCommandOutput> {
  if (!AccessKeyId || !/^\w{16,128}$/.test(AccessKeyId))
    throw invalid("AccessKeyId is 16 to 128 characters of [\\w].")();
  for (const { UserName = "" } of context.account.iam.users) {
    const key = keysOf(context, UserName).find(({ metadata }) => metadata.AccessKeyId === AccessKeyId);
    if (key) return { UserName, AccessKeyLastUsed: key.lastUsed ?? { ServiceName: "N/A", Region: "N/A" } };
  }
  throw new WireError("NoSuchEntity", `The Access Key with id ${AccessKeyId} cannot be found.`, 404);
}

function keysOf({ account }: WireContext, userName: string): readonly AccessKeyFacts[] {
  const { accessKeys } = account.iam;
  return Object.hasOwn(accessKeys, userName) ? (accessKeys[userName] ?? []) : [];
}

/** Without a name IAM takes the user that signs, which a role is not. */
function ownName({ caller }: WireContext): string {
  const [, name] = /:user\/(?:.*\/)?([^/]+)$/.exec(caller.arn) ?? [];
  if (name === undefined) throw invalid("Must specify userName when calling with non-User credentials.")();
  return name;
}
