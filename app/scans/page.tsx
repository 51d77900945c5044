import type { Metadata } from "next";
import { readPage } from "@/app/page-input";
import { requestTime } from "@/app/request-time";
import { ScanForm } from "@/components/scan/scan-form";
import { ScanTable } from "@/components/scan/scan-table";
import { AppLink } from "@/components/ui/app-link";
import { quietButton } from "@/components/ui/button-classes";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Panel } from "@/components/ui/panel";
import { countOf } from "@/lib/format/count-of";
import { loadConnection, loadProfiles } from "@/lib/server/connection";
import { loadScans } from "@/lib/server/scans";
import { loadSource } from "@/lib/server/source";

export const metadata: Metadata = { title: "Scans" };

export default async function ScansPage({ searchParams }: PageProps<"/scans">) {
  const { go } = await readPage(searchParams);
  const [scans, source, connection, profiles] = await Promise.all([
    loadScans(),
    loadSource(),
    loadConnection(),
    loadProfiles(),
  ]);
  const demo = source.kind === "demo";

  return (
    <div className="grid gap-4">
      <PageHead
        title="Scans"
        lead="Each scan keeps what AWS said and the report made of it."
        actions={
          <AppLink to={go("/compare")} className={quietButton}>
            Compare two scans
          </AppLink>
        }
      />
      <div className="grid items-start gap-4 wide:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <Panel title={countOf(scans.length, "scan")} flush>
          {scans.length === 0 ? (
            <EmptyState title="No scan yet">Start the first one here.</EmptyState>
          ) : (
            <ScanTable scans={scans} now={requestTime()} go={go} />
          )}
        </Panel>
        <Panel title="New scan">
          <ScanForm
            key={JSON.stringify(connection)}
            demo={demo}
            chosen={demo ? undefined : connection}
            profiles={demo ? [] : profiles}
          />
        </Panel>
      </div>
    </div>
  );
}
