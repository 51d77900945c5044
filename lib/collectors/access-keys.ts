import "server-only";
import { GetAccessKeyLastUsedCommand, ListAccessKeysCommand } from "@aws-sdk/client-iam";
import { z } from "zod";
import type { CallContext } from "@/lib/aws/call-context";
import { calls, globalRegion } from "@/lib/aws/calls";
import { buildGap, CollectionError } from "@/lib/aws/collection-error";
import { compareText, readPages, sortedBy, uniqueBy } from "@/lib/collectors/read-pages";
import { toIso } from "@/lib/collectors/present";
import type { AccessKey, UserAccessKeys } from "@/lib/model/access-keys";
import { known, type Observed } from "@/lib/model/observed";

const keySchema = z.object({
  AccessKeyId: z.string().min(1),
  Status: z.string(),
  CreateDate: z.date(),
});
const keysSchema = z.object({
  AccessKeyMetadata: z.array(keySchema),
  IsTruncated: z.boolean().nullish(),
  Marker: z.string().nullish(),
});
const lastUsedSchema = z.object({
  AccessKeyLastUsed: z.object({
    LastUsedDate: z.date().nullish(),
    ServiceName: z.string().nullish(),
    Region: z.string().nullish(),
  }),
});

/** What IAM writes for the service and the Region of a key that was never used. */
const notApplicable = "N/A";

type ListedKey = z.infer<typeof keySchema>;

/** The access keys of the users named, by their ids; nothing else of a key is asked for. */
export async function collectAccessKeys(
  context: CallContext,
  users: Observed<readonly string[]>,
): Promise<Observed<UserAccessKeys[]>> {
  if (!users.known) return users;
  const userArns = users.value.toSorted(compareText);
  context.aws.progress.plan(calls.listAccessKeys.action, globalRegion, userArns.length);
  const read = userArns.map(async (userArn) => ({ userArn, keys: await readKeys(context, userArn) }));
  return known(await Promise.all(read), users.read);
}

async function readKeys(context: CallContext, userArn: string): Promise<Observed<AccessKey[]>> {
  const { aws, region } = context;
  const place = { region, resource: userArn };
  const listed = await aws.observe(calls.listAccessKeys, place, () => listKeys(context, userArn));
  if (!listed.known) return listed;
  const keys = listed.value.map(async ({ AccessKeyId: id, Status, CreateDate }) => ({
    id,
    active: Status === "Active",
    createdAt: CreateDate.toISOString(),
    lastUsed: await readLastUse(context, id),
  }));
  return known(await Promise.all(keys), listed.read);
}

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAccessKeys.html */
async function listKeys({ aws, clients, region }: CallContext, userArn: string): Promise<ListedKey[]> {
  const call = calls.listAccessKeys;
  const place = { resource: userArn };
  const UserName = userArn.slice(userArn.lastIndexOf("/") + 1);
  const keys = await readPages(call, place, async (marker) => {
    const page = await aws.ask(call, {
      ...place,
      region,
      schema: keysSchema,
      send: (options) =>
        clients.iam.send(new ListAccessKeysCommand({ UserName, Marker: marker, MaxItems: 100 }), options),
    });
    if (page.IsTruncated && !page.Marker) {
      throw new CollectionError(buildGap(call, "malformed", "more is announced without a Marker", place));
    }
    return { items: page.AccessKeyMetadata, next: page.IsTruncated ? page.Marker : undefined };
  });
  const byId = ({ AccessKeyId }: ListedKey) => AccessKeyId;
  return sortedBy(uniqueBy(keys, byId), byId);
}

/**
 * Null when IAM says that the key was never used since it began to track that.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_AccessKeyLastUsed.html
 */
function readLastUse({ aws, clients, region }: CallContext, keyId: string): Promise<AccessKey["lastUsed"]> {
  const call = calls.getAccessKeyLastUsed;
  const place = { region, resource: keyId };
  return aws.observe(call, place, async () => {
    const { AccessKeyLastUsed: last } = await aws.ask(call, {
      ...place,
      schema: lastUsedSchema,
      send: (options) => clients.iam.send(new GetAccessKeyLastUsedCommand({ AccessKeyId: keyId }), options),
    });
    const at = toIso(last.LastUsedDate);
    const { ServiceName: service, Region: usedIn } = last;
    if (at !== undefined && service && usedIn) return { at, service, region: usedIn };
    if (at === undefined && service === notApplicable && usedIn === notApplicable) return null;
    throw new CollectionError(buildGap(call, "empty", "when, for what and where", { resource: keyId }));
  });
}
