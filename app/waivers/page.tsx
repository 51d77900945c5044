import type { Metadata } from "next";
import { NoReport } from "@/app/no-report";
import { readPage } from "@/app/page-input";
import { requestTime } from "@/app/request-time";
import { AppLink } from "@/components/ui/app-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Panel } from "@/components/ui/panel";
import { AttestationList } from "@/components/waivers/attestation-list";
import { JournalTable } from "@/components/waivers/journal-table";
import { WaiverList } from "@/components/waivers/waiver-list";
import { countOf } from "@/lib/format/count-of";
import { loadChecks } from "@/lib/server/checks";
import { loadJournal } from "@/lib/server/journal";
import { loadLatestReport } from "@/lib/server/reports";

export const metadata: Metadata = { title: "Waivers" };

export default async function WaiversPage({ searchParams }: PageProps<"/waivers">) {
  const { go } = await readPage(searchParams);
  const [report, checks, journal] = await Promise.all([
    loadLatestReport("full"),
    loadChecks(),
    loadJournal(),
  ]);
  if (!report) return <NoReport />;
  const { waivers, attestations } = report.decisions;

  return (
    <div className="grid gap-4">
      <PageHead
        title="Waivers"
        lead="What people accepted or confirmed. Each has an owner and a last day, is bound to what it was given for, and stands in every export."
      />
      <Panel title={countOf(waivers.length, "accepted finding")} flush>
        {waivers.length === 0 ? (
          <EmptyState title="Nothing is accepted">
            Open a finding under <AppLink to={go("/findings")}>Findings</AppLink> to accept it until a day, or
            filter them to accept many at once.
          </EmptyState>
        ) : (
          <WaiverList waivers={waivers} go={go} />
        )}
      </Panel>
      <Panel title={countOf(attestations.length, "confirmation")} flush>
        {attestations.length === 0 ? (
          <EmptyState title="Nothing is confirmed">
            No call to AWS tells whether{" "}
            <AppLink to={go("/waivers/confirm", { check: "KDS-REST-08" })}>
              sensitive fields are encrypted by the client
            </AppLink>
            , or whether{" "}
            <AppLink to={go("/waivers/confirm", { check: "KDS-LP-09" })}>the list of readers</AppLink> is as
            it should be.
          </EmptyState>
        ) : (
          <AttestationList attestations={attestations} checks={checks} />
        )}
      </Panel>
      <Panel title="Journal" flush>
        {journal.length === 0 ? (
          <EmptyState title="Nothing was changed yet">
            Waivers, confirmations, settings and removed scans are noted here.
          </EmptyState>
        ) : (
          <JournalTable entries={journal} now={requestTime()} />
        )}
      </Panel>
    </div>
  );
}
