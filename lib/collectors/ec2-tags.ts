import { z } from "zod";

/** EC2 leaves the list out for what was never tagged. */
export const ec2TagsSchema = z
  .array(z.object({ Key: z.string(), Value: z.string().nullish() }))
  .nullish()
  .transform((tags) => {
    const entries = (tags ?? []).map(({ Key, Value }): [string, string] => [Key, Value ?? ""]);
    return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });

export function nameIn(tags: Readonly<Record<string, string>>): string | undefined {
  return tags["Name"];
}
