import type { ReactNode } from "react";
import { FormField } from "@/components/ui/form-field";

/** How a field looks that was refused. */
export const marked = "aria-[invalid=true]:border-critical";

interface DecisionFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly problem: string | undefined;
  readonly children: (field: FieldAttributes) => ReactNode;
}

interface FieldAttributes {
  readonly id: string;
  readonly name: string;
  readonly "aria-invalid": boolean;
  readonly "aria-describedby": string;
}

/** A field of a decision, with its name, its hint and what the server refused. */
export function DecisionField({ name, label, hint, problem, children }: DecisionFieldProps) {
  return (
    <FormField id={name} label={label} hint={hint} problem={problem}>
      {children({
        id: name,
        name,
        "aria-invalid": problem !== undefined,
        "aria-describedby": problem === undefined ? `${name}-hint` : `${name}-hint ${name}-problem`,
      })}
    </FormField>
  );
}
