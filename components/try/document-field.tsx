import { FormField } from "@/components/ui/form-field";

interface DocumentFieldProps {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly problem: string | undefined;
  readonly rows?: number;
}

/** A place for a policy document; what was typed stays in it, whatever the server says of it. */
export function DocumentField({ id, name, label, value, problem, rows = 10 }: DocumentFieldProps) {
  return (
    <FormField id={id} label={label} problem={problem}>
      <textarea
        id={id}
        name={name}
        rows={rows}
        defaultValue={value}
        spellCheck={false}
        autoCapitalize="off"
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : `${id}-problem`}
        className="w-full resize-y rounded-md border border-line-strong bg-surface p-2.5 font-mono text-xs leading-5 aria-[invalid=true]:border-critical"
      />
    </FormField>
  );
}
