import { scannedAccounts } from "@/lib/format/account-words";
import { ScanStatusMark } from "@/components/scan/scan-status-mark";
import { regionWords, SourceWords } from "@/components/scan/scan-table";
import { CopyArn } from "@/components/ui/copy-arn";
import { Facts } from "@/components/ui/facts";
import { formatDuration } from "@/lib/format/relative-time";
import { formatUtc } from "@/lib/format/utc-time";
import type { OnDemand, ScanSummary } from "@/lib/model/scan";

const onDemandWords: Readonly<Record<OnDemand, string>> = {
  "event-history": "CloudTrail event history",
  "last-accessed": "last uses of Kinesis",
};

/** An emulator and the demo have no quota that somebody else lives on. */
function quotaWords({ source, quotaShare }: ScanSummary["request"]): string {
  return source.kind === "aws" ? `at most ${Math.round(quotaShare * 100)} %` : "not limited, it is not AWS";
}

interface ScanFactsProps {
  readonly scan: ScanSummary;
  /** When it went on after it had been stopped. */
  readonly resumedAt: string | undefined;
}

/** What a scan was asked to do, as whom, and how it went. */
export function ScanFacts({ scan, resumedAt }: ScanFactsProps) {
  const { request, identityArn } = scan;
  const accounts = scannedAccounts(scan);
  return (
    <Facts
      layout="wide"
      facts={[
        { name: "State", value: <ScanStatusMark status={scan.status} /> },
        { name: "Started", value: <time dateTime={scan.startedAt}>{formatUtc(scan.startedAt)}</time> },
        ...(resumedAt === undefined
          ? []
          : [{ name: "Went on", value: <time dateTime={resumedAt}>{formatUtc(resumedAt)}</time> }]),
        {
          name: "Took",
          value: scan.finishedAt === undefined ? "—" : formatDuration(scan.startedAt, scan.finishedAt),
        },
        { name: "Source", value: <SourceWords source={request.source} /> },
        { name: "Regions", value: regionWords(request) },
        ...(request.onDemand.length > 0
          ? [{ name: "Read as well", value: request.onDemand.map((read) => onDemandWords[read]).join(", ") }]
          : []),
        { name: "Share of the quotas", value: quotaWords(request) },
        { name: accounts.length > 1 ? "Accounts" : "Account", value: accounts.join(", ") || "not known" },
        {
          name: "Identity",
          value: identityArn === undefined ? "not known" : <CopyArn text={identityArn} lengthMax={44} />,
        },
        ...(request.profile === undefined ? [] : [{ name: "Profile", value: request.profile }]),
        ...(request.roleArn === undefined
          ? []
          : [{ name: "Role", value: <CopyArn text={request.roleArn} lengthMax={44} /> }]),
        ...(request.accounts?.roleName === undefined
          ? []
          : [{ name: "Role in each account", value: request.accounts.roleName }]),
      ]}
    />
  );
}
