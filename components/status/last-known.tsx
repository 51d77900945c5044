import type { ReactNode } from "react";
import { AppLink } from "@/components/ui/app-link";
import { Icon } from "@/components/ui/icon";
import { formatUtc } from "@/lib/format/utc-time";
import type { EarlierScan } from "@/lib/model/earlier";

/** What the scan before read: said to be that, with its date, and without the looks of a fact of this scan. */
export function LastKnown({ scan, children }: { readonly scan: EarlierScan; readonly children: ReactNode }) {
  return (
    <div className="mt-1 border-s-2 border-dashed border-unknown ps-2 text-muted">
      <p className="text-xs">
        Last known, in the <ScanLink scan={scan} />:
      </p>
      <div className="mt-2 italic">{children}</div>
    </div>
  );
}

function ScanLink({ scan: { id, finishedAt } }: { readonly scan: EarlierScan }) {
  return (
    <AppLink to={{ pathname: `/scans/${encodeURIComponent(id)}`, query: {} }}>
      scan of {formatUtc(finishedAt)}
    </AppLink>
  );
}

/** Over a page that shows nothing but what the scan before read. */
export function UnreadNote({ scan, children }: { readonly scan: EarlierScan; readonly children: ReactNode }) {
  return (
    <div
      role="note"
      aria-label="Last known"
      className="flex gap-2 rounded-md border border-dashed border-unknown bg-surface px-4 py-3"
    >
      <Icon name="unknown" className="mt-0.5 size-4 text-unknown" />
      <div>
        <p className="font-medium">{children}</p>
        <p className="text-sm text-muted">
          What stands here is last known, from the <ScanLink scan={scan} />. It may have changed since, and no
          verdict rests on it.
        </p>
      </div>
    </div>
  );
}
