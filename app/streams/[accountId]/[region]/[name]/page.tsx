import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NoReport } from "@/app/no-report";
import { readPage, textOf } from "@/app/page-input";
import { requestTime } from "@/app/request-time";
import { streamPath } from "@/components/links";
import { StreamHead } from "@/components/stream/stream-head";
import { AppLink } from "@/components/ui/app-link";
import { AttackerText } from "@/components/ui/attacker-text";
import { ExportLinks } from "@/components/ui/export-links";
import { PageHead } from "@/components/ui/page-head";
import { SetSwitch } from "@/components/ui/set-switch";
import { Tabs } from "@/components/ui/tabs";
import { findStream, placeOfSegments } from "@/lib/server/find-stream";
import { loadEarlierStream } from "@/lib/server/last-known";
import { loadLatestReport } from "@/lib/server/reports";
import { parseTab, tabsOf } from "./stream-tabs";
import { StreamTab } from "./stream-tab";

type Props = PageProps<"/streams/[accountId]/[region]/[name]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await readPlace(params)).name };
}

export default async function StreamPage({ params, searchParams }: Props) {
  const { query, set, go } = await readPage(searchParams);
  const report = await loadLatestReport(set);
  if (!report) return <NoReport />;
  const stream = findStream(report, await readPlace(params));
  if (!stream) notFound();

  const earlier = await loadEarlierStream(report, stream);
  const pathname = streamPath(stream);
  const tab = parseTab(query);
  const check = textOf(query, "check");
  return (
    <div className="grid gap-4">
      <PageHead
        title={<AttackerText>{stream.name}</AttackerText>}
        lead={
          <>
            <AppLink to={go("/streams")}>Streams</AppLink> in {stream.region}, account {stream.accountId}
          </>
        }
        actions={
          <>
            <SetSwitch
              shown={report.scan.set}
              pathname={pathname}
              query={{ tab: tab === "checklist" ? undefined : tab, check }}
            />
            <ExportLinks scanId={report.scan.id} query={{ stream: stream.arn, set }} />
          </>
        }
      />
      <StreamHead stream={stream} keys={report.keys} earlier={earlier} now={requestTime()} />
      <Tabs label="Parts of this stream" tabs={tabsOf(report, stream, tab, go)} />
      <StreamTab
        report={report}
        stream={stream}
        earlier={earlier}
        tab={tab}
        check={check}
        query={query}
        go={go}
      />
    </div>
  );
}

/** The parts of the path, decoded; what is no text of ours names no stream. */
async function readPlace(params: Props["params"]) {
  const { accountId, region, name } = await params;
  try {
    return placeOfSegments({
      accountId: decodeURIComponent(accountId),
      region: decodeURIComponent(region),
      name: decodeURIComponent(name),
    });
  } catch {
    return { accountId, region, name };
  }
}
