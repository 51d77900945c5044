import type { ReactNode } from "react";
import { OnlyHere } from "@/components/reconcile/only-here";
import { ComparedRows, UnmatchedRows, UnreadableRows } from "@/components/reconcile/row-lists";
import { Facts } from "@/components/ui/facts";
import { Panel } from "@/components/ui/panel";
import { countOf, formatCount } from "@/lib/format/count-of";
import { bucketMeaning, bucketWords } from "@/lib/format/reconciliation-words";
import { formatUtc } from "@/lib/format/utc-time";
import { rowBuckets, type Reconciliation, type RowBucket } from "@/lib/model/reconciliation";

interface ReconciliationViewProps {
  readonly reconciliation: Reconciliation;
  readonly actions: ReactNode;
}

/** What came of each row of the file: what needs somebody to look at it comes first. */
export function ReconciliationView({ reconciliation, actions }: ReconciliationViewProps) {
  const { scan, rows, counts, agree, disagree, undecided, onlyThere, unreadable, aside, onlyHere } =
    reconciliation;
  return (
    <>
      <Panel title={`What came of ${countOf(rows, "row")}`} aside={actions}>
        <Facts
          layout="wide"
          facts={rowBuckets.map((bucket) => ({
            name: bucketWords[bucket],
            value: <Count count={counts[bucket]} meaning={bucketMeaning[bucket]} />,
          }))}
        />
        <p className="mt-3 text-sm text-muted">
          Beside the scan of {formatUtc(scan.finishedAt)}, judged by{" "}
          {scan.set === "course" ? "the checks of the course" : "all checks"}.
          {aside.map(({ what, rows: count }) => ` Left aside: ${countOf(count, "row")} ${what}.`)}
        </p>
      </Panel>
      <Bucket bucket="disagree" counts={counts}>
        <ComparedRows rows={disagree} />
      </Bucket>
      <Bucket bucket="undecided" counts={counts}>
        <ComparedRows rows={undecided} />
      </Bucket>
      <Bucket bucket="unreadable" counts={counts}>
        <UnreadableRows rows={unreadable} />
      </Bucket>
      <Bucket bucket="only-there" counts={counts}>
        <UnmatchedRows rows={onlyThere} />
      </Bucket>
      <OnlyHere onlyHere={onlyHere} />
      <Bucket bucket="agree" counts={counts}>
        <ComparedRows rows={agree} />
      </Bucket>
    </>
  );
}

function Count({ count, meaning }: { readonly count: number; readonly meaning: string }) {
  return (
    <>
      <span className="font-medium">{formatCount(count)}</span>{" "}
      <span className="block text-sm text-muted">{meaning}</span>
    </>
  );
}

interface BucketProps {
  readonly bucket: RowBucket;
  readonly counts: Reconciliation["counts"];
  readonly children: ReactNode;
}

function Bucket({ bucket, counts, children }: BucketProps) {
  if (counts[bucket] === 0) return null;
  return (
    <Panel title={bucketWords[bucket]} aside={countOf(counts[bucket], "row")} flush>
      {children}
    </Panel>
  );
}
