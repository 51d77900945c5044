/** A table that stays one on a narrow page: what is compared stands side by side. */
export const sideBySide =
  "w-full border-collapse text-sm [&_td]:border-b [&_td]:border-line [&_td]:px-2 [&_td]:py-1.5 [&_td]:align-top [&_th]:border-b [&_th]:border-line [&_th]:px-2 [&_th]:py-1.5 [&_th]:text-start [&_th]:align-top [&_th]:font-medium [&_thead_th]:text-xs [&_thead_th]:text-muted";
