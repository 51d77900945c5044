import { settingLabels } from "@/lib/format/setting-labels";
import type { SettingField } from "@/components/settings/setting-fields";
import { textField } from "@/components/ui/button-classes";
import { FormField } from "@/components/ui/form-field";

interface SettingInputProps {
  readonly field: SettingField;
  readonly text: string;
  readonly problem: string | undefined;
}

/** One setting, as text. */
export function SettingInput({ field: { name, hint, kind }, text, problem }: SettingInputProps) {
  const id = `setting-${name}`;
  const shared = {
    id,
    name,
    defaultValue: text,
    spellCheck: false,
    "aria-invalid": problem !== undefined,
    "aria-describedby": problem === undefined ? `${id}-hint` : `${id}-hint ${id}-problem`,
  };
  return (
    <FormField id={id} label={settingLabels[name]} hint={hint} problem={problem}>
      {kind === "lines" || kind === "pairs" ? (
        <textarea
          {...shared}
          rows={3}
          className="w-full resize-y rounded-md border border-line-strong bg-surface p-2.5 text-sm aria-[invalid=true]:border-critical"
        />
      ) : (
        <input
          {...shared}
          inputMode={kind === "number" ? "numeric" : "text"}
          autoComplete="off"
          className={`${textField} ${kind === "number" ? "max-w-32" : ""} aria-[invalid=true]:border-critical`}
        />
      )}
    </FormField>
  );
}
