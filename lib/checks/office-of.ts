import { identityCenterTrust } from "@/lib/checks/accounted-for";
import type { CheckPlace } from "@/lib/model/check";
import { gapsOf } from "@/lib/model/observed";
import type { Gap } from "@/lib/model/observed";
import type { AccountParts } from "@/lib/model/snapshot";
import type { Party } from "@/lib/model/stream-access";
import type { Severity } from "@/lib/model/verdict";

/** How heavily full access weighs in somebody's hands, and why it is less than critical. */
export interface Office {
  readonly severity: Severity;
  /** What it weighs for certain. */
  readonly lightest: Severity;
  /** At the end of a sentence. */
  readonly words: string;
  readonly gaps: readonly Gap[];
}

const critical: Office = { severity: "critical", lightest: "critical", words: "", gaps: [] };

/**
 * People who come by IAM Identity Center, those who are declared, and users without an active key do not leave
 * long-lived credentials of that power about.
 */
export function officeOf(
  party: Party,
  parts: CheckPlace<"dataAdministratorArns"> & Pick<AccountParts, "iam" | "accessKeys">,
): Office {
  if (parts.settings.dataAdministratorArns?.includes(party.arn))
    return lighter(", declared as an administrator of data");
  if (party.isForeign) return critical;
  return party.kind === "user" ? officeOfUser(party, parts) : officeOfRole(party, parts);
}

function officeOfUser({ arn }: Party, { accessKeys }: Pick<AccountParts, "accessKeys">): Office {
  if (!accessKeys.known) return open(accessKeys.gap);
  const keys = accessKeys.value.find(({ userArn }) => userArn === arn)?.keys;
  if (!keys) return open(notAsked(arn));
  if (!keys.known) return open(keys.gap);
  return keys.value.some(({ active }) => active) ? critical : lighter(", without an active access key");
}

function officeOfRole(party: Party, { iam }: Pick<AccountParts, "iam">): Office {
  if (!iam.known) return { ...critical, lightest: "high", gaps: gapsOf(iam) };
  const role = iam.value.roles.find(({ arn }) => arn === party.arn);
  const trust = role && identityCenterTrust(role);
  if (typeof trust === "object") return open(trust.gap);
  return trust ? lighter(", assumed by people through IAM Identity Center") : critical;
}

function lighter(words: string): Office {
  return { severity: "high", lightest: "high", words, gaps: [] };
}

function open(gap: Gap): Office {
  return { ...critical, lightest: "high", gaps: [gap] };
}

function notAsked(resource: string): Gap {
  const message = `The access keys of ${resource} were not asked for.`;
  return { action: "iam:ListAccessKeys", reason: "not-collected", message, resource };
}
