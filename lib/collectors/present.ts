type Present<Fields> = { [Name in keyof Fields]?: Exclude<Fields[Name], undefined | null> };

/** Leaves out the fields that AWS did not send. */
export function present<Fields extends Record<string, unknown>>(fields: Fields): Present<Fields> {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null);
  // The names are those of the argument, and the filter has taken the absent values out.
  return Object.fromEntries(entries) as Present<Fields>;
}

export function toIso(date: Date | null | undefined): string | undefined {
  return date?.toISOString();
}
