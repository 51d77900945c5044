import { FormField } from "@/components/ui/form-field";
import { textField } from "@/components/ui/button-classes";

export interface TryChoices {
  readonly principals: readonly string[];
  readonly actions: readonly string[];
  readonly streams: readonly string[];
}

export interface RequestValues {
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
}

interface RequestFieldsProps {
  readonly choices: TryChoices;
  readonly values: RequestValues;
  /** By field. */
  readonly problems: Readonly<Record<string, string | undefined>>;
}

const fields = [
  { name: "principal", label: "Who asks", list: "principals", hint: "An ARN of a user, a role or a session" },
  { name: "action", label: "To do what", list: "actions", hint: "An action, such as kinesis:GetRecords" },
  { name: "resource", label: "To what", list: "streams", hint: "The ARN of a stream, or *" },
] as const;

/** Who asks to do what to what. */
export function RequestFields({ choices, values, problems }: RequestFieldsProps) {
  return fields.map(({ name, label, list, hint }) => (
    <FormField key={name} id={`try-${name}`} label={label} hint={hint} problem={problems[name]}>
      <input
        id={`try-${name}`}
        name={name}
        list={`try-${list}`}
        defaultValue={values[name]}
        required
        maxLength={2048}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        aria-invalid={problems[name] !== undefined}
        className={`${textField} font-mono`}
      />
      <datalist id={`try-${list}`}>
        {choices[list].map((value) => (
          <option key={value} value={value} aria-label={value} />
        ))}
      </datalist>
    </FormField>
  ));
}
