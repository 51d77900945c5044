import "server-only";
import { GetAccountAuthorizationDetailsCommand } from "@aws-sdk/client-iam";
import type { CallContext } from "@/lib/aws/call-context";
import { calls } from "@/lib/aws/calls";
import { buildGap, CollectionError } from "@/lib/aws/collection-error";
import { iamPageSchema } from "@/lib/collectors/iam-answer";
import { readPages } from "@/lib/collectors/read-pages";
import { toIamInventory } from "@/lib/collectors/to-iam-inventory";
import type { IamInventory } from "@/lib/model/iam-inventory";
import type { Observed } from "@/lib/model/observed";

/**
 * Users, groups, roles and policies of the account in one paginated call, instead of hundreds.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html
 */
export function collectIam({ aws, clients, region }: CallContext): Promise<Observed<IamInventory>> {
  const call = calls.getAccountAuthorizationDetails;
  return aws.observe(call, { region }, async () => {
    const pages = await readPages(call, {}, async (marker) => {
      const page = await aws.ask(call, {
        region,
        schema: iamPageSchema,
        send: (options) =>
          clients.iam.send(
            new GetAccountAuthorizationDetailsCommand({ MaxItems: 1000, Marker: marker }),
            options,
          ),
      });
      if (page.IsTruncated && !page.Marker) {
        throw new CollectionError(buildGap(call, "malformed", "more is announced without a Marker", {}));
      }
      return { items: [page], next: page.IsTruncated ? page.Marker : undefined };
    });
    return toIamInventory(pages);
  });
}
