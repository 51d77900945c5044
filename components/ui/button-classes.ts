const base =
  "screen-only inline-flex h-8 items-center justify-center gap-1.5 rounded-md px-3 text-sm font-medium whitespace-nowrap disabled:opacity-60";

export const primaryButton = `${base} bg-accent text-on-accent hover:bg-accent-strong`;
export const quietButton = `${base} border border-line-strong bg-surface text-ink hover:bg-sunken`;
export const dangerButton = `${base} border border-critical bg-surface text-critical hover:bg-sunken`;
export const textField =
  "h-8 w-full min-w-0 rounded-md border border-line-strong bg-surface px-2.5 text-sm text-ink placeholder:text-muted";
