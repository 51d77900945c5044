import type {
  DescribeManagedPrefixListsCommandInput,
  DescribeManagedPrefixListsCommandOutput,
  GetManagedPrefixListEntriesCommandInput,
  GetManagedPrefixListEntriesCommandOutput,
  ManagedPrefixList,
} from "@aws-sdk/client-ec2";
import { ec2Dialect } from "../dialects";
import { pageOf, pageSize } from "../page";
import { WireError } from "../wire-error";
import { type Answer, regionOf, type WireContext } from "../wire-service";
import { describe, type Listing } from "./ec2-list";

const notFoundCode = "InvalidPrefixListID.NotFound";

const prefixLists: Listing<ManagedPrefixList> = {
  operation: "ec2:DescribeManagedPrefixLists",
  resources: (facts) => facts.prefixLists.map(({ list }) => list),
  idOf: ({ PrefixListId }) => PrefixListId,
  notFoundCode,
  filters: {
    "owner-id": ({ OwnerId }) => OwnerId,
    "prefix-list-id": ({ PrefixListId }) => PrefixListId,
    "prefix-list-name": ({ PrefixListName }) => PrefixListName,
  },
  pageMin: 1,
  pageMax: 100,
};

export function describeManagedPrefixLists(
  input: DescribeManagedPrefixListsCommandInput,
  context: WireContext,
): Answer<DescribeManagedPrefixListsCommandOutput> {
  const { items, nextToken } = describe(prefixLists, { ...input, ids: input.PrefixListIds }, context);
  return { PrefixLists: items, NextToken: nextToken };
}

export function getManagedPrefixListEntries(
  { PrefixListId, MaxResults, NextToken }: GetManagedPrefixListEntriesCommandInput,
  context: WireContext,
): Answer<GetManagedPrefixListEntriesCommandOutput> {
  const { prefixLists: known } = regionOf(ec2Dialect, context);
  const found = known.find(({ list }) => list.PrefixListId === PrefixListId);
  if (!found) throw new WireError(notFoundCode, `The prefix list ID '${PrefixListId}' does not exist`);
  const invalid = () => new WireError("InvalidParameterValue", "MaxResults or NextToken is invalid.");
  const { items, nextToken } = pageOf(found.entries, {
    operation: `ec2:GetManagedPrefixListEntries ${PrefixListId}`,
    token: NextToken,
    limit: pageSize(MaxResults, { max: 100, default: 100, invalid }),
    invalidToken: invalid,
  });
  return { Entries: items, NextToken: nextToken };
}
