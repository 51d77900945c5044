import type { Environment } from "@/lib/model/report";
import type { AuditSettings } from "@/lib/model/settings";
import type { Stream } from "@/lib/model/stream";

/** A stream's environment: what the account's setting says, else the first present tag. */
export function environmentOf(
  { accountId, tags }: Pick<Stream, "accountId" | "tags">,
  settings: AuditSettings,
): Environment {
  const declared = settings.environmentByAccount[accountId];
  if (declared) return { name: declared, because: `setting for account ${accountId}` };
  if (!tags.known) return { name: "unknown", because: `tags not read (${tags.gap.action})` };

  const entries = Object.entries(tags.value);
  for (const tagKey of settings.environmentTagKeys) {
    const present = entries.filter(([key]) => sameText(key, tagKey));
    if (present.length > 0) return fromTags(present, settings);
  }
  return { name: "not-stated", because: `no tag ${settings.environmentTagKeys.join(", ")}` };
}

/** Tag keys differ by case on AWS, so `env` and `Env` may both be there; if they disagree, the heavier counts. */
function fromTags(tags: readonly (readonly [string, string])[], settings: AuditSettings): Environment {
  const because = tags.map(([key, value]) => `tag ${key}=${value}`).join(", ");
  const values = tags.map(([, value]) => value);
  if (values.some((value) => includesText(settings.productionValues, value)))
    return { name: "production", because };
  if (values.every((value) => includesText(settings.nonProductionValues, value)))
    return { name: "non-production", because };
  return { name: "not-stated", because };
}

function includesText(list: readonly string[], text: string): boolean {
  return list.some((each) => sameText(each, text));
}

function sameText(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
