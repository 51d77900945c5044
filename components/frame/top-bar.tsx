import { accountsIn } from "@/lib/model/scan-scope";
import { LiveTimeAgo } from "@/components/frame/live-time-ago";
import { linksFor } from "@/components/links";
import { ScanButton } from "@/components/scan/scan-button";
import type { ScanWish } from "@/components/scan/scan-requests";
import { AppLink } from "@/components/ui/app-link";
import { primaryButton } from "@/components/ui/button-classes";
import { Icon } from "@/components/ui/icon";
import type { Report } from "@/lib/model/report";

/** What the button does: a newer look at what is shown, or the way from the demo to an account. */
export type Rescan = { readonly kind: "scan"; readonly wish: ScanWish } | { readonly kind: "connect" };

interface TopBarProps {
  readonly scan: Report["scan"] | undefined;
  readonly rescan: Rescan;
  readonly runningScanId: string | undefined;
  readonly now: Date;
}

/** Which account is shown, as of when, and the way to a newer look at it. */
export function TopBar({ scan, rescan, runningScanId, now }: TopBarProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5 px-4 py-2 text-sm">
      {scan ? (
        <>
          <p>
            <Accounts ids={accountsIn(scan)} />
          </p>
          <p className="text-muted">
            <Regions regions={scan.regions} />
          </p>
          <p className="text-muted rail:ms-auto">
            Scanned <LiveTimeAgo at={scan.finishedAt} now={now.toISOString()} />
          </p>
        </>
      ) : (
        <p className="me-auto text-muted">No account scanned yet</p>
      )}
      <div className="ms-auto flex items-center gap-2 rail:ms-0">
        {rescan.kind === "connect" && runningScanId === undefined ? (
          <AppLink to={linksFor(undefined)("/connect")} className={primaryButton}>
            <Icon name="connect" />
            Connect your account
          </AppLink>
        ) : (
          <ScanButton runningScanId={runningScanId} {...(rescan.kind === "scan" && { wish: rescan.wish })}>
            <Icon name="scans" />
          </ScanButton>
        )}
      </div>
    </div>
  );
}

function Accounts({ ids }: { readonly ids: readonly string[] }) {
  if (ids.length > 1)
    return (
      <span className="font-medium" title={ids.join(", ")}>
        {ids.length} accounts
      </span>
    );
  return (
    <>
      <span className="text-muted">Account</span> <span className="font-mono font-medium">{ids[0]}</span>
    </>
  );
}

function Regions({ regions }: { readonly regions: readonly string[] }) {
  if (regions.length <= 3) return <>{regions.join(", ")}</>;
  return <span title={regions.join(", ")}>{regions.length} Regions</span>;
}
