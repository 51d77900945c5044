import type { Metadata } from "next";
import { NoReport } from "@/app/no-report";
import { readPage } from "@/app/page-input";
import { NetworkPart } from "@/components/network/network-part";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Panel } from "@/components/ui/panel";
import { SetSwitch } from "@/components/ui/set-switch";
import { loadChecks } from "@/lib/server/checks";
import { loadLatestReport } from "@/lib/server/reports";

export const metadata: Metadata = { title: "Network" };

export default async function NetworkPage({ searchParams }: PageProps<"/network">) {
  const { set, go } = await readPage(searchParams);
  const [report, checks] = await Promise.all([loadLatestReport(set), loadChecks()]);
  if (!report) return <NoReport />;

  return (
    <div className="grid gap-4">
      <PageHead
        title="Network"
        lead="The VPC endpoints through which applications reach Kinesis without leaving their VPC, and where there is none."
        actions={<SetSwitch shown={report.scan.set} pathname="/network" />}
      />
      {report.networks.length === 0 && (
        <Panel title="Nothing read">
          <EmptyState title="No Region was read">The scan read the network of no Region.</EmptyState>
        </Panel>
      )}
      {report.networks.map((network) => (
        <section
          key={`${network.accountId} ${network.region}`}
          aria-labelledby={`network-${network.region}`}
          className="grid gap-3"
        >
          <h2 id={`network-${network.region}`} className="mt-2 text-lg font-semibold">
            {network.region}
          </h2>
          <NetworkPart network={network} accountVerdicts={report.accountVerdicts} checks={checks} go={go} />
        </section>
      ))}
    </div>
  );
}
