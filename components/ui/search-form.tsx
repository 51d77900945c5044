import type { Route } from "next";
import Form from "next/form";
import { compact, type Query } from "@/components/links";
import { quietButton, textField } from "@/components/ui/button-classes";
import { FocusSearch } from "@/components/ui/focus-search";

interface SearchFormProps {
  readonly action: Route;
  readonly label: string;
  readonly value: string | undefined;
  /** The other filters, which a search keeps. */
  readonly keep: Query;
}

const fieldId = "search";

/** A search within a page; what it finds stands in the address. */
export function SearchForm({ action, label, value, keep }: SearchFormProps) {
  return (
    <search className={`w-full max-w-[420px] ${value === undefined ? "screen-only" : ""}`}>
      <Form action={action} prefetch={false} className="flex items-center gap-2">
        {Object.entries(compact(keep)).map(([name, text]) => (
          <input key={name} type="hidden" name={name} value={text} />
        ))}
        <label htmlFor={fieldId} className="sr-only">
          {label}
        </label>
        <input
          key={value}
          id={fieldId}
          type="search"
          name="q"
          defaultValue={value}
          placeholder={label}
          maxLength={256}
          aria-keyshortcuts="/"
          className={textField}
        />
        <button type="submit" className={quietButton}>
          Search
        </button>
        <FocusSearch fieldId={fieldId} />
      </Form>
    </search>
  );
}
