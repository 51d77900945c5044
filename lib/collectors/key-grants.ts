import "server-only";
import { ListGrantsCommand } from "@aws-sdk/client-kms";
import { z } from "zod";
import type { CallContext } from "@/lib/aws/call-context";
import { calls } from "@/lib/aws/calls";
import { present, toIso } from "@/lib/collectors/present";
import { readPages, sortedBy, uniqueBy } from "@/lib/collectors/read-pages";
import type { KmsGrant } from "@/lib/model/kms-key";
import type { Observed } from "@/lib/model/observed";

const contextSchema = z.record(z.string(), z.string()).nullish();
const constraintsSchema = z.object({
  EncryptionContextEquals: contextSchema,
  EncryptionContextSubset: contextSchema,
  SourceArn: z.string().nullish(),
});

const grantSchema = z
  .object({
    GrantId: z.string().min(1),
    Name: z.string().nullish(),
    GranteePrincipal: z.string().nullish(),
    GranteeServicePrincipal: z.string().nullish(),
    RetiringPrincipal: z.string().nullish(),
    RetiringServicePrincipal: z.string().nullish(),
    Operations: z.array(z.string()),
    Constraints: constraintsSchema.nullish(),
    CreationDate: z.date().nullish(),
  })
  .transform((answer, context): KmsGrant => {
    const granteePrincipal = answer.GranteePrincipal || answer.GranteeServicePrincipal;
    if (!granteePrincipal) {
      context.addIssue("a grant without a grantee");
      return z.NEVER;
    }
    return {
      id: answer.GrantId,
      granteePrincipal,
      operations: answer.Operations,
      ...present({
        name: answer.Name,
        retiringPrincipal: answer.RetiringPrincipal ?? answer.RetiringServicePrincipal,
        encryptionContextEquals: answer.Constraints?.EncryptionContextEquals,
        encryptionContextSubset: answer.Constraints?.EncryptionContextSubset,
        sourceArn: answer.Constraints?.SourceArn,
        createdAt: toIso(answer.CreationDate),
      }),
    };
  });

const grantsSchema = z.object({ Grants: z.array(grantSchema), NextMarker: z.string().nullish() });

/**
 * The grants on a key, by id. AWS managed keys and keys of other accounts answer as well, where KMS lets the caller.
 *
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_ListGrants.html
 */
export function collectGrants(
  { aws, clients, region }: CallContext,
  keyArn: string,
): Promise<Observed<KmsGrant[]>> {
  const place = { region, resource: keyArn };
  return aws.observe(calls.listGrants, place, async () => {
    const grants = await readPages(calls.listGrants, place, async (marker) => {
      const { Grants, NextMarker } = await aws.ask(calls.listGrants, {
        ...place,
        schema: grantsSchema,
        send: (options) =>
          clients.kms.send(new ListGrantsCommand({ KeyId: keyArn, Limit: 100, Marker: marker }), options),
      });
      return { items: Grants, next: NextMarker };
    });
    const byId = ({ id }: KmsGrant) => id;
    return sortedBy(uniqueBy(grants, byId), byId);
  });
}
