import type { Metadata } from "next";
import { NoReport } from "@/app/no-report";
import { placeOf, readPage } from "@/app/page-input";
import { NetworkPart } from "@/components/network/network-part";
import { placeGroups } from "@/components/report/place-groups";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChips } from "@/components/ui/filter-chips";
import { PageHead } from "@/components/ui/page-head";
import { Panel } from "@/components/ui/panel";
import { SetSwitch } from "@/components/ui/set-switch";
import { placeWords } from "@/lib/format/account-words";
import { isIn } from "@/lib/model/place";
import { accountsIn } from "@/lib/model/scan-scope";
import { loadChecks } from "@/lib/server/checks";
import { loadLatestReport } from "@/lib/server/reports";

export const metadata: Metadata = { title: "Network" };

export default async function NetworkPage({ searchParams }: PageProps<"/network">) {
  const { query, set, go } = await readPage(searchParams);
  const [report, checks] = await Promise.all([loadLatestReport(set), loadChecks()]);
  if (!report) return <NoReport />;
  const place = placeOf(query);
  const networks = report.networks.filter((network) => isIn(place, network));
  const accounts = accountsIn(report.scan);

  return (
    <div className="grid gap-4">
      <PageHead
        title="Network"
        lead="The VPC endpoints through which applications reach Kinesis without leaving their VPC, and where there is none."
        actions={<SetSwitch shown={report.scan.set} pathname="/network" query={{ ...place }} />}
      />
      <FilterChips groups={placeGroups(report)} query={{ ...place }} pathname="/network" go={go} />
      {networks.length === 0 && (
        <Panel title="Nothing read">
          <EmptyState title="No Region was read">
            The scan read the network of no Region that is asked for.
          </EmptyState>
        </Panel>
      )}
      {networks.map((network) => {
        const id = `network-${network.accountId}-${network.region}`;
        return (
          <section key={id} aria-labelledby={id} className="grid gap-3">
            <h2 id={id} className="mt-2 text-lg font-semibold">
              {placeWords({
                region: network.region,
                ...(accounts.length > 1 && { accountId: network.accountId }),
              })}
            </h2>
            <NetworkPart network={network} accountVerdicts={report.accountVerdicts} checks={checks} go={go} />
          </section>
        );
      })}
    </div>
  );
}
