import type { ReactNode } from "react";
import { LastKnown } from "@/components/status/last-known";
import { Icon } from "@/components/ui/icon";
import { gapReasonWords } from "@/lib/format/words";
import { lastKnown, type Earlier } from "@/lib/model/earlier";
import type { Gap, Observed } from "@/lib/model/observed";

interface ObservedValueProps<T> {
  readonly of: Observed<T>;
  readonly children: (value: T) => ReactNode;
  /** In a table: the reason stands on hover. */
  readonly brief?: boolean;
  /** The fact in the scan before. */
  readonly earlier?: Earlier<Observed<T>> | undefined;
}

/** A fact, or why it is missing: never a blank, never a default. */
export function ObservedValue<T>({ of: observed, children, brief = false, earlier }: ObservedValueProps<T>) {
  if (observed.known) return <>{children(observed.value)}</>;
  const known = lastKnown(observed, earlier);
  return (
    <>
      <NotRead gap={observed.gap} brief={brief} />
      {known && <LastKnown scan={known.scan}>{children(known.value)}</LastKnown>}
    </>
  );
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
