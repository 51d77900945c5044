import type { CheckPlace } from "@/lib/model/check";
import type { Gap } from "@/lib/model/observed";
import type { AccountParts } from "@/lib/model/snapshot";

export type OrganizationParts = CheckPlace<"knownAccountIds"> &
  Pick<AccountParts, "organization" | "organizationAccountIds">;

/** Whether an account belongs here: `outside` is proven, a gap says what would settle it. */
export type Standing = "known" | "outside" | { readonly gap: Gap };

/**
 * Known are this account, the management account, those of the organization and those declared.
 * Another is outside where the organization's accounts were read, where AWS says that there is no
 * organization, or where a list of known accounts was declared.
 */
export function standingOf(accountId: string, parts: OrganizationParts): Standing {
  const { organization, organizationAccountIds, settings } = parts;
  const declared = settings.knownAccountIds;
  const listed = organizationAccountIds.known ? organizationAccountIds.value : [];
  const management = organization.known && organization.value ? [organization.value.managementAccountId] : [];
  if ([parts.accountId, ...management, ...listed, ...(declared ?? [])].includes(accountId)) return "known";
  if (declared || organizationAccountIds.known) return "outside";
  if (organization.known && !organization.value) return "outside";
  const { gap } = organizationAccountIds;
  const message = `Nobody could say whether account ${accountId} is one of yours; declare it as known in the settings if it is. ${gap.message}`;
  return { gap: { ...gap, message, resource: accountId } };
}

/** Whether organization ids are this account's own organization, all of them. */
export function standingOfOrganizations(
  ids: readonly string[],
  { organization }: OrganizationParts,
): Standing {
  if (!organization.known) {
    const { gap } = organization;
    const message = `Nobody could say whether ${ids.join(", ")} is your organization. ${gap.message}`;
    return { gap: { ...gap, message } };
  }
  const own = organization.value?.id;
  return ids.every((id) => id === own) ? "known" : "outside";
}
