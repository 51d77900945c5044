import "server-only";
import { ListAliasesCommand } from "@aws-sdk/client-kms";
import { z } from "zod";
import type { CallContext } from "@/lib/aws/call-context";
import { calls } from "@/lib/aws/calls";
import { present } from "@/lib/collectors/present";
import { readPages, sortedBy, uniqueBy } from "@/lib/collectors/read-pages";
import type { KeyAlias } from "@/lib/model/kms-key";
import type { Observed } from "@/lib/model/observed";

const aliasesSchema = z.object({
  Aliases: z.array(
    z.object({ AliasName: z.string(), AliasArn: z.string(), TargetKeyId: z.string().nullish() }),
  ),
  NextMarker: z.string().nullish(),
  Truncated: z.boolean().nullish(),
});

type AliasAnswer = z.infer<typeof aliasesSchema>["Aliases"][number];

/** The aliases of a Region; a predefined one that is not in use yet has no key behind it. */
export function collectAliases({ aws, clients, region }: CallContext): Promise<Observed<KeyAlias[]>> {
  return aws.observe(calls.listAliases, { region }, async () => {
    const aliases = await readPages(calls.listAliases, { region }, async (marker) => {
      const { Aliases, NextMarker } = await aws.ask(calls.listAliases, {
        region,
        schema: aliasesSchema,
        send: (options) => clients.kms.send(new ListAliasesCommand({ Limit: 100, Marker: marker }), options),
      });
      return { items: Aliases, next: NextMarker };
    });
    return sortedBy(uniqueBy(aliases, ({ AliasArn }) => AliasArn).map(toAlias), ({ arn }) => arn);
  });
}

function toAlias({ AliasName, AliasArn, TargetKeyId }: AliasAnswer): KeyAlias {
  return { name: AliasName, arn: AliasArn, ...present({ targetKeyId: TargetKeyId }) };
}
