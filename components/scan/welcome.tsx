import { CheckButton } from "@/components/scan/check-button";
import { endOf } from "@/components/scan/end-of";
import { FailureNotice } from "@/components/scan/failure-notice";
import { ScanButton } from "@/components/scan/scan-button";
import { ScanProgress } from "@/components/scan/scan-progress";
import { SourceWords } from "@/components/scan/scan-table";
import { WaysIn } from "@/components/scan/ways-in";
import { linksFor } from "@/components/links";
import { AppLink } from "@/components/ui/app-link";
import { PageHead } from "@/components/ui/page-head";
import { Panel } from "@/components/ui/panel";
import type { Connection } from "@/lib/model/connection";
import type { ScanSummary } from "@/lib/model/scan";
import type { SnapshotSource } from "@/lib/model/snapshot";

interface WelcomeProps {
  readonly newest: ScanSummary | undefined;
  readonly source: SnapshotSource;
  readonly connection: Connection | undefined;
}

const nothingRemembered: Connection = {};

/** Before the first report: what Weir is, what the last try came to, and the ways in. */
export function Welcome({ newest, source, connection = nothingRemembered }: WelcomeProps) {
  const end = newest && endOf(newest);
  return (
    <div className="mx-auto grid max-w-[960px] gap-5">
      <PageHead
        title={titleWords(newest)}
        lead="Weir reads an AWS account's Kinesis data streams, their keys, VPC endpoints and policies, and judges each stream against a security checklist: who can reach it, how it is encrypted, which way its records take. What it could not read it says by name. It makes no call that writes, and none that reads records."
      />
      {end && <FailureNotice failure={end} label="How the last scan ended" />}
      {newest?.status === "running" ? (
        <Panel title="Progress">
          <ScanProgress scanId={newest.id} />
        </Panel>
      ) : (
        <>
          <div className="grid gap-5 rail:grid-cols-2">
            <DemoWay source={source} />
            {source.kind !== "demo" && <OwnWay source={source} connection={connection} />}
          </div>
          {source.kind !== "demo" && <WaysIn />}
        </>
      )}
    </div>
  );
}

function titleWords(newest: ScanSummary | undefined): string {
  if (newest === undefined) return "Welcome to Weir";
  switch (newest.status) {
    case "running":
      return "The first scan is running";
    case "failed":
      return "The last scan failed";
    case "interrupted":
      return "The last scan was interrupted";
    case "cancelled":
      return "The last scan was cancelled";
    case "finished":
    default:
      return "No scan yet";
  }
}

function DemoWay({ source }: Pick<WelcomeProps, "source">) {
  const here = source.kind === "demo";
  return (
    <Panel title="Look at the demo">
      <p>
        A built-in sample account with sound and unsound streams, read by the same code as AWS. It needs no
        AWS account and no network{here ? "." : ", and your credentials are not touched."}
      </p>
      <div className="mt-4 flex flex-wrap items-center gap-2">
        <ScanButton
          runningScanId={undefined}
          wish={here ? {} : { demo: true }}
          label="Scan the demo account"
          quiet={!here}
        />
      </div>
    </Panel>
  );
}

function OwnWay({
  source,
  connection,
}: Required<Pick<WelcomeProps, "source">> & { readonly connection: Connection }) {
  return (
    <Panel title={source.kind === "aws" ? "Scan your account" : "Scan the emulator"}>
      <p>
        {source.kind === "aws" ? (
          "With the credentials that this server finds, or with a profile or role of your choice. Check access first to see whose they are and what is missing."
        ) : (
          <>
            This server is connected to: <SourceWords source={source} />.
          </>
        )}
      </p>
      <div className="mt-4 flex flex-wrap items-center gap-2">
        <ScanButton runningScanId={undefined} wish={connection} label="Scan now" />
        <CheckButton wish={connection} />
      </div>
      <p className="mt-3">
        <AppLink to={linksFor(undefined)("/connect")}>Choose Regions, a profile or a role</AppLink>
      </p>
    </Panel>
  );
}
