import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { gapReasonWords } from "@/lib/format/words";
import type { Gap, Observed } from "@/lib/model/observed";

interface ObservedValueProps<T> {
  readonly of: Observed<T>;
  readonly children: (value: T) => ReactNode;
  /** In a table: the reason stands on hover. */
  readonly brief?: boolean;
}

/** A fact, or why it is missing: never a blank, never a default. */
export function ObservedValue<T>({ of: observed, children, brief = false }: ObservedValueProps<T>) {
  return observed.known ? <>{children(observed.value)}</> : <NotRead gap={observed.gap} brief={brief} />;
}

export function NotRead({ gap, brief = false }: { readonly gap: Gap; readonly brief?: boolean }) {
  return (
    <span className="inline-flex items-start gap-1.5 text-unknown" title={gap.message}>
      <Icon name="unknown" className="mt-0.5 size-4" />
      <span>
        Not read
        <span className={brief ? "sr-only" : ""}>
          : {gapReasonWords[gap.reason]} <code>({gap.action})</code>
        </span>
      </span>
    </span>
  );
}
