export type DecisionKind = "waiver" | "attestation";

/** The members of a decision that the server may refuse. */
export const decisionFields = [
  "owner",
  "expiresOn",
  "reason",
  "statement",
  "findingIds",
  "streamArns",
  "checkId",
] as const;

/** What is posted for a filled-in form; streams of a finding of which none is chosen mean all of them. */
export function bodyOf(
  kind: DecisionKind,
  form: Pick<FormData, "get" | "getAll">,
  checkId: string | undefined,
): Readonly<Record<string, unknown>> {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const shared = { owner: text("owner"), expiresOn: text("expiresOn") };
  const streamArns = form.getAll("stream");
  if (kind === "attestation") return { ...shared, statement: text("statement"), checkId, streamArns };
  return {
    ...shared,
    reason: text("reason"),
    findingIds: form.getAll("finding"),
    ...(streamArns.length > 0 && { streamArns }),
  };
}
