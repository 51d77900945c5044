import type { PageQuery } from "@/app/page-input";
import type { Go } from "@/components/links";
import { KeyFacts } from "@/components/keys/key-facts";
import { NetworkPart } from "@/components/network/network-part";
import { StreamData } from "@/components/stream/stream-data";
import { Panel } from "@/components/ui/panel";
import { ofEarlier, type Earlier, type EarlierStream } from "@/lib/model/earlier";
import type { Report, ReportStream } from "@/lib/model/report";
import { loadChecks } from "@/lib/server/checks";
import { loadEarlierKey } from "@/lib/server/last-known";
import { RolesTab } from "./roles-tab";
import { StreamHistory } from "./stream-history";
import { StreamChecklist } from "./stream-checklist";
import type { TabName } from "./stream-tabs";
import { WhoTab } from "./who-tab";

interface StreamTabProps {
  readonly report: Report;
  readonly stream: ReportStream;
  readonly earlier: Earlier<EarlierStream> | undefined;
  readonly tab: TabName;
  readonly check: string | undefined;
  readonly query: PageQuery;
  readonly go: Go;
}

/** The part of a stream's page that was chosen. */
export async function StreamTab(props: StreamTabProps) {
  const { report, stream, earlier, tab, check, query, go } = props;
  const checks = await loadChecks();
  const network = report.networks.find(
    ({ accountId, region }) => accountId === stream.accountId && region === stream.region,
  );
  const key = report.keys.find(({ arn }) => arn === stream.facts.keyArn);

  switch (tab) {
    case "checklist":
      return <StreamChecklist {...props} checks={checks} chosen={check} />;
    case "who":
      return <WhoTab report={report} stream={stream} earlier={earlier} query={query} go={go} />;
    case "network":
      return network ? (
        <NetworkPart network={network} accountVerdicts={report.accountVerdicts} checks={checks} go={go} />
      ) : (
        <p className="text-muted">Nothing was read of the network of {stream.region}.</p>
      );
    case "key":
      return key ? (
        <Panel title="Key that new records are encrypted with">
          <KeyFacts reportKey={key} earlier={await loadEarlierKey(report, key)} go={go} />
        </Panel>
      ) : (
        <p className="text-muted">No key of this stream was read.</p>
      );
    case "roles":
      return <RolesTab report={report} stream={stream} query={query} go={go} />;
    case "data":
    default:
      return (
        <>
          <StreamData stream={stream} earlier={ofEarlier(earlier, ({ facts }) => facts)} go={go} />
          <StreamHistory report={report} stream={stream} />
        </>
      );
  }
}
