import type {
  ListAliasesCommandInput,
  ListAliasesCommandOutput,
  ListGrantsCommandInput,
  ListGrantsCommandOutput,
} from "@aws-sdk/client-kms";
import { pageOf, pageSize } from "../page";
import { WireError } from "../wire-error";
import type { Answer, WireContext } from "../wire-service";
import { findKey, kmsFacts } from "./find-key";

/** @see https://docs.aws.amazon.com/kms/latest/APIReference/API_ListAliases.html (1 to 100, default 50) */
const range = {
  max: 100,
  default: 50,
  invalid: () => new WireError("ValidationException", "Limit must be between 1 and 100."),
};
const invalidToken = () => new WireError("InvalidMarkerException", "Could not deserialize marker.");

export function listAliases(
  input: ListAliasesCommandInput,
  context: WireContext,
): Answer<ListAliasesCommandOutput> {
  const keyId = input.KeyId ? findKey(context, input.KeyId).metadata.KeyId : undefined;
  const aliases = kmsFacts(context).aliases.filter(({ TargetKeyId }) => !keyId || TargetKeyId === keyId);
  const limit = pageSize(input.Limit, range);
  const page = pageOf(aliases, { operation: "kms:ListAliases", token: input.Marker, limit, invalidToken });
  return { Aliases: page.items, NextMarker: page.nextToken, Truncated: page.nextToken !== undefined };
}

export function listGrants(
  input: ListGrantsCommandInput,
  context: WireContext,
): Answer<ListGrantsCommandOutput> {
  const { grants } = findKey(context, input.KeyId);
  const wanted = grants.filter(
    ({ GrantId, GranteePrincipal }) =>
      (!input.GrantId || GrantId === input.GrantId) &&
      (!input.GranteePrincipal || GranteePrincipal === input.GranteePrincipal),
  );
  const limit = pageSize(input.Limit, range);
  const page = pageOf(wanted, { operation: "kms:ListGrants", token: input.Marker, limit, invalidToken });
  return { Grants: page.items, NextMarker: page.nextToken, Truncated: page.nextToken !== undefined };
}
