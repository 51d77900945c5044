import type { AccessInput, AccessPrincipal, AccessResource } from "@/lib/iam/access-index/access-input";
import { collectFacts } from "@/lib/iam/access-index/known-facts";
import type { KnownFacts } from "@/lib/iam/access-index/known-facts";
import type { Caller } from "@/lib/iam/decision/caller";
import { impliedContext } from "@/lib/iam/decision/implied-context";

const resourceTag = "aws:ResourceTag";
const principalTag = "aws:PrincipalTag";

/** What an inventory knows of a request's context because of the resource. */
export function factsOfResource(resource: AccessResource, told: AccessInput["context"] = {}): KnownFacts {
  const { accountId, region, tags } = resource;
  return collectFacts({
    keys: {
      ...told,
      "aws:ResourceAccount": [accountId],
      "aws:ResourceOrgID": ofOrganization(resource),
      "aws:RequestedRegion": region === undefined ? undefined : [region],
    },
    tagKey: resourceTag,
    tags,
  });
}

/** What an inventory knows of a request's context because of who asks. */
export function factsOfPrincipal(principal: AccessPrincipal, caller: Caller): KnownFacts {
  const implied = impliedContext({ caller, resourceAccount: undefined, contextComplete: false });
  return collectFacts({
    keys: {
      ...Object.fromEntries(implied),
      "aws:PrincipalOrgID": ofOrganization(principal),
      "aws:userid": principal.userId === undefined ? undefined : [principal.userId],
    },
    tagKey: principalTag,
    tags: principal.tags,
  });
}

function ofOrganization({
  organizationId,
}: {
  readonly organizationId?: string | null;
}): string[] | undefined {
  if (organizationId === undefined) return undefined;
  return organizationId === null ? [] : [organizationId];
}

/** Keys, in small letters, that {@link factsOfResource} may know; the others are the same for all resources. */
export function followsFromResource(name: string): boolean {
  return resourceKeys.has(name) || name.startsWith(`${resourceTag.toLowerCase()}/`);
}

const resourceKeys: ReadonlySet<string> = new Set([
  "aws:resourceaccount",
  "aws:resourceorgid",
  "aws:requestedregion",
]);

/** Keys, in small letters, by which two principals of one account may differ. */
export function followsFromPrincipal(name: string): boolean {
  return principalKeys.has(name) || name.startsWith(`${principalTag.toLowerCase()}/`);
}

const principalKeys: ReadonlySet<string> = new Set([
  "aws:principalaccount",
  "aws:principalarn",
  "aws:principalorgid",
  "aws:principaltype",
  "aws:userid",
  "aws:username",
]);
