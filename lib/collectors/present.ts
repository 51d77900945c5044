type Present<Fields> = { [Name in keyof Fields]?: Exclude<Fields[Name], undefined | null> };

/** Leaves out the fields that AWS did not send. */
export function present<Fields extends Record<string, unknown>>(fields: Fields): Present<Fields>;
export function present(fields: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(entries);
}

export function toIso(date: Date | null | undefined): string | undefined {
  return date?.toISOString();
}
