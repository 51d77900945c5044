import type { ReactNode } from "react";

interface ChoiceListProps {
  readonly legend: string;
  readonly hint: string;
  readonly name: "finding" | "stream";
  readonly chosen: boolean;
  readonly choices: readonly { readonly value: string; readonly label: ReactNode; readonly aside?: string }[];
}

/** Things to choose some of. */
export function ChoiceList({ legend, hint, name, chosen, choices }: ChoiceListProps) {
  return (
    <fieldset className="min-w-0">
      <legend className="font-semibold">{legend}</legend>
      <p className="mt-1 text-sm text-muted">{hint}</p>
      <ul className="mt-2 max-h-96 overflow-y-auto rounded-md border border-line">
        {choices.map(({ value, label, aside }) => (
          <li key={value} className="border-b border-line last:border-b-0">
            <label className="grid grid-cols-[16px_minmax(0,1fr)_auto] items-start gap-x-3 px-3 py-2 hover:bg-sunken/40">
              <input
                type="checkbox"
                name={name}
                value={value}
                defaultChecked={chosen}
                className="mt-0.5 size-4"
              />
              <span className="min-w-0">{label}</span>
              {aside !== undefined && <span className="text-sm whitespace-nowrap text-muted">{aside}</span>}
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
