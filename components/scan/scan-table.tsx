import { accountWords, scannedAccounts } from "@/lib/format/account-words";
import type { Go } from "@/components/links";
import { PinButton } from "@/components/scan/pin-button";
import { RemoveButton } from "@/components/scan/remove-button";
import { ScanStatusMark } from "@/components/scan/scan-status-mark";
import { AppLink } from "@/components/ui/app-link";
import { AttackerText } from "@/components/ui/attacker-text";
import { TimeAgo } from "@/components/ui/time-ago";
import { formatDuration } from "@/lib/format/relative-time";
import { formatUtc } from "@/lib/format/utc-time";
import type { ScanRequest, ScanSummary } from "@/lib/model/scan";

interface ScanTableProps {
  readonly scans: readonly ScanSummary[];
  readonly now: Date;
  readonly go: Go;
}

/** One row a scan, the newest first. */
export function ScanTable({ scans, now, go }: ScanTableProps) {
  return (
    <table className="rows">
      <caption className="sr-only">Scans</caption>
      <thead>
        <tr>
          <th scope="col">Started</th>
          <th scope="col">State</th>
          <th scope="col">Account</th>
          <th scope="col">Source</th>
          <th scope="col">Regions</th>
          <th scope="col">Took</th>
          <th scope="col">
            <span className="sr-only">What can be done</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {scans.map((scan) => (
          <tr key={scan.id}>
            <th scope="row">
              <AppLink to={go(`/scans/${scan.id}`)}>
                <TimeAgo at={scan.startedAt} now={now} />
              </AppLink>
            </th>
            <td>
              <ScanStatusMark status={scan.status} />
            </td>
            <td title={scannedAccounts(scan).join(", ")}>
              {accountWords(scannedAccounts(scan)) || <span className="text-muted">not known</span>}
            </td>
            <td className="wide-only">
              <SourceWords source={scan.request.source} />
            </td>
            <td className="wide-only">{regionWords(scan.request)}</td>
            <td className="wide-only whitespace-nowrap">
              {scan.finishedAt === undefined ? "—" : formatDuration(scan.startedAt, scan.finishedAt)}
            </td>
            <td>
              {scan.status !== "running" && (
                <div className="flex flex-wrap justify-end gap-2">
                  <PinButton scanId={scan.id} name={scanName(scan)} pinned={scan.pinned} />
                  <RemoveButton scanId={scan.id} name={scanName(scan)} />
                </div>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** `of 111122223333, started 2026-11-23 12:00:00 UTC`: what tells a scan from others. */
export function scanName({ startedAt, ...scan }: ScanSummary): string {
  const accounts = accountWords(scannedAccounts(scan)) || "an account that was not reached";
  return `of ${accounts}, started ${formatUtc(startedAt)}`;
}

export function SourceWords({ source: { kind, endpoint } }: Pick<ScanRequest, "source">) {
  if (kind === "aws") return <>AWS</>;
  if (kind === "demo") return <>Demo account</>;
  if (endpoint === undefined) return <>Endpoints of single services</>;
  return (
    <>
      Endpoint <AttackerText mono>{endpoint}</AttackerText>
    </>
  );
}

export function regionWords({ regions, allRegions, source }: ScanRequest): string {
  if (allRegions) return "All enabled";
  if (regions.length > 0) return regions.join(", ");
  return source.kind === "demo" ? "Of the demo account" : "Of the credentials";
}
