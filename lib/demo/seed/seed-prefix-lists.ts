import { CreateManagedPrefixListCommand, DescribeManagedPrefixListsCommand } from "@aws-sdk/client-ec2";
import type { PrefixListFacts } from "../account-facts";
import { isMarked, markedTags, type SeedContext } from "./seed-context";

/** The prefix lists that security groups name. */
export async function seedPrefixLists(
  { clients, log, translation }: SeedContext,
  prefixLists: readonly PrefixListFacts[],
): Promise<void> {
  for (const { list, entries } of prefixLists) {
    const made = await log.make("prefix lists", list.PrefixListName ?? "", {
      find: async () => {
        const { PrefixLists = [] } = await clients.ec2.send(new DescribeManagedPrefixListsCommand({}));
        return PrefixLists.find(({ Tags }) => isMarked(Tags, list.PrefixListId));
      },
      make: async () => {
        const { PrefixList } = await clients.ec2.send(
          new CreateManagedPrefixListCommand({
            PrefixListName: list.PrefixListName,
            AddressFamily: list.AddressFamily,
            MaxEntries: list.MaxEntries,
            Entries: entries.map(({ Cidr, Description }) => ({ Cidr, Description })),
            TagSpecifications: [
              { ResourceType: "prefix-list", Tags: markedTags(list.Tags, list.PrefixListId) },
            ],
          }),
        );
        return PrefixList;
      },
    });
    translation.add(list.PrefixListId, made?.PrefixListId);
  }
}
