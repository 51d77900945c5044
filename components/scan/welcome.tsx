import { FailureNotice } from "@/components/scan/failure-notice";
import { ScanButton } from "@/components/scan/scan-button";
import { ScanProgress } from "@/components/scan/scan-progress";
import { linksFor } from "@/components/links";
import { AppLink } from "@/components/ui/app-link";
import { PageHead } from "@/components/ui/page-head";
import { Panel } from "@/components/ui/panel";
import type { ScanSummary } from "@/lib/model/scan";
import type { SnapshotSource } from "@/lib/model/snapshot";

interface WelcomeProps {
  readonly newest: ScanSummary | undefined;
  readonly source: SnapshotSource;
}

/** Before the first report: what Weir is, what the last try came to, and the ways in. */
export function Welcome({ newest, source }: WelcomeProps) {
  return (
    <div className="mx-auto grid max-w-[880px] gap-5">
      <PageHead
        title={titleWords(newest)}
        lead="Weir reads an AWS account's Kinesis data streams, their keys, VPC endpoints and policies, and judges each stream against a security checklist. It makes no call that writes, and none that reads records."
      />
      {newest?.failure && <FailureNotice failure={newest.failure} />}
      {newest?.status === "running" ? (
        <Panel title="Progress">
          <ScanProgress scanId={newest.id} />
        </Panel>
      ) : (
        <Connect source={source} />
      )}
    </div>
  );
}

function titleWords(newest: ScanSummary | undefined): string {
  if (newest?.status === "running") return "The first scan is running";
  return newest?.failure ? "The last scan failed" : "No scan yet";
}

function Connect({ source }: { readonly source: SnapshotSource }) {
  return (
    <div className="grid gap-5 rail:grid-cols-2">
      <Panel title={source.kind === "demo" ? "Scan the demo account" : "Scan your account"}>
        <p>
          {source.kind === "demo"
            ? "This process is connected to the built-in sample account."
            : "Weir uses the AWS credentials of the process that it runs in: environment variables, a profile, single sign-on, or the role of the machine. They never reach the browser."}
        </p>
        <div className="mt-4 flex flex-wrap items-center gap-4">
          <ScanButton runningScanId={undefined} label="Scan now" />
          <AppLink to={linksFor(undefined)("/scans")}>Choose Regions, a profile or a role</AppLink>
        </div>
        <p className="mt-4 text-sm text-muted">
          The permissions that a scan needs: <code>npm run weir -- policy</code> prints the least policy,
          metadata only.
        </p>
      </Panel>
      {source.kind !== "demo" && (
        <Panel title="Look at the demo first">
          <p>
            A sample account with sound and unsound streams, read by the same code, with no AWS account and no
            network:
          </p>
          <pre className="mt-3 overflow-x-auto rounded-md bg-sunken px-3 py-2">npm run demo</pre>
        </Panel>
      )}
    </div>
  );
}
