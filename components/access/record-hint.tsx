import { Icon } from "@/components/ui/icon";
import type { Preflight } from "@/lib/model/preflight";

/** Whether the identity may read records, as far as a glance at its attached policies goes: a hint, no verdict. */
export function RecordHint({ recordPolicies }: Pick<Preflight, "recordPolicies">) {
  if (recordPolicies === null)
    return (
      <p className="flex gap-2">
        <Icon name="unknown" className="mt-0.5 size-4 text-unknown" />
        <span>
          <strong className="font-medium">Not seen.</strong> The policies of this identity were not among what
          was read, so whether it may read records is not known.
        </span>
      </p>
    );
  if (recordPolicies.length === 0)
    return (
      <>
        <p>No AWS managed policy that lets it read records is attached to this identity.</p>
        <p className="mt-1 text-muted">
          That is a hint and no proof: its other policies were not judged, and one of them may allow it.
        </p>
      </>
    );
  return (
    <>
      <p className="flex gap-2">
        <Icon name="high" className="mt-0.5 size-4 text-high" />
        <span>
          <strong className="font-medium">More than needed:</strong> {recordPolicies.join(", ")} may let this
          identity read records. Weir never does, and needs no such right.
        </span>
      </p>
      <p className="mt-1 text-muted">
        That is a hint and no proof: a permissions boundary, an organization&apos;s policy or a Deny may
        forbid it.
      </p>
    </>
  );
}
