import { textOf, type PageQuery } from "@/app/page-input";
import { streamPath, type Go } from "@/components/links";
import type { Report, ReportStream } from "@/lib/model/report";

const tabNames = { checklist: "Checklist", network: "Network", key: "Key", data: "Data" } as const;
export type TabName = keyof typeof tabNames;

export function parseTab(query: PageQuery): TabName {
  const wanted = textOf(query, "tab");
  return wanted === "network" || wanted === "key" || wanted === "data" ? wanted : "checklist";
}

/** The parts that there is something to show in. */
export function tabsOf(report: Report, stream: ReportStream, current: TabName, go: Go) {
  const has: Record<TabName, boolean> = {
    checklist: true,
    network: report.networks.some(
      ({ accountId, region }) => accountId === stream.accountId && region === stream.region,
    ),
    key: report.keys.some(({ arn }) => arn === stream.facts.keyArn),
    data: true,
  };
  return (["checklist", "network", "key", "data"] as const)
    .filter((tab) => has[tab] || tab === current)
    .map((tab) => ({
      name: tabNames[tab],
      to: go(streamPath(stream), { tab: tab === "checklist" ? undefined : tab }),
      current: tab === current,
    }));
}
