/** Whether the trust policy asks for no external id, or for this one. */
export function externalIdFits(trustPolicy: string | undefined, externalId: string | undefined): boolean {
  const demanded = demandedExternalIds(trustPolicy);
  return demanded.length === 0 || demanded.includes(externalId ?? "");
}

function demandedExternalIds(trustPolicy: string | undefined): string[] {
  try {
    return [...find(JSON.parse(trustPolicy ?? "null"))];
  } catch {
    return [];
  }
}

/** Condition keys are not case-sensitive. */
function* find(value: unknown): Generator<string> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, entry] of Object.entries(value)) {
    if (key.toLowerCase() !== "sts:externalid") yield* find(entry);
    else yield* [entry].flat().filter((id) => typeof id === "string");
  }
}
