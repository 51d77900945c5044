import { textField } from "@/components/ui/button-classes";

interface TextFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string | undefined;
  readonly proposals?: readonly string[];
}

const noProposals: readonly string[] = [];

/** One line of text, with what it is and what to write. */
export function TextField({ name, label, hint, value, proposals = noProposals }: TextFieldProps) {
  const id = `scan-${name}`;
  return (
    <div>
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <input
        id={id}
        name={name}
        defaultValue={value}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        aria-describedby={`${id}-hint`}
        className={textField}
        {...(proposals.length > 0 && { list: `${id}-proposals` })}
      />
      {proposals.length > 0 && (
        <datalist id={`${id}-proposals`}>
          {proposals.map((proposal) => (
            <option key={proposal}>{proposal}</option>
          ))}
        </datalist>
      )}
      <p id={`${id}-hint`} className="mt-0.5 text-sm text-muted">
        {hint}
      </p>
    </div>
  );
}
