import { accountWords, scannedAccounts } from "@/lib/format/account-words";
import { primaryButton, textField } from "@/components/ui/button-classes";
import { regionWords, SourceWords } from "@/components/scan/scan-table";
import { formatUtc } from "@/lib/format/utc-time";
import type { CheckSet, ScanSummary } from "@/lib/model/scan";

interface ScanPairFormProps {
  readonly scans: readonly ScanSummary[];
  readonly from: string;
  readonly to: string;
  readonly set: CheckSet | undefined;
}

/** Which two scans are compared; it works without scripts. */
export function ScanPairForm({ scans, from, to, set }: ScanPairFormProps) {
  return (
    <form action="/compare" className="grid items-end gap-3 rail:grid-cols-[1fr_1fr_auto]">
      <ScanSelect name="from" label="Earlier scan" scans={scans} chosen={from} />
      <ScanSelect name="to" label="Later scan" scans={scans} chosen={to} />
      {set !== undefined && <input type="hidden" name="set" value={set} />}
      <button type="submit" className={primaryButton}>
        Compare
      </button>
    </form>
  );
}

interface ScanSelectProps extends Pick<ScanPairFormProps, "scans"> {
  readonly name: string;
  readonly label: string;
  readonly chosen: string;
}

function ScanSelect({ name, label, scans, chosen }: ScanSelectProps) {
  return (
    <div className="grid min-w-0 gap-1">
      <label htmlFor={`scan-${name}`} className="text-sm font-medium">
        {label}
      </label>
      <select id={`scan-${name}`} name={name} defaultValue={chosen} className={textField}>
        {scans.map(({ id, startedAt, request, ...scan }) => (
          <option key={id} value={id}>
            {formatUtc(startedAt)}, {accountWords(scannedAccounts(scan)) || "account not known"},{" "}
            <SourceWords source={request.source} />, {regionWords(request)}
          </option>
        ))}
      </select>
    </div>
  );
}
