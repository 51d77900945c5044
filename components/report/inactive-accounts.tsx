import { inactiveWords } from "@/lib/format/inactive-words";
import type { Report } from "@/lib/model/report";

/** The accounts of the organization that nobody may enter; nothing where there are none. */
export function InactiveAccounts({ scan }: { readonly scan: Report["scan"] }) {
  const { inactiveAccounts } = scan;
  if (!inactiveAccounts) return null;
  return (
    <p className="mt-3 text-sm text-muted">
      Accounts not read, as they are not active: {inactiveWords(inactiveAccounts)}.
    </p>
  );
}
