import { textOf, type PageQuery } from "@/app/page-input";
import { streamPath, type Go } from "@/components/links";
import type { Report, ReportStream } from "@/lib/model/report";

const tabNames = {
  checklist: "Checklist",
  who: "Who can",
  network: "Network",
  key: "Key",
  roles: "Four roles",
  data: "Data",
} as const;
export type TabName = keyof typeof tabNames;
const tabOrder = [
  "checklist",
  "who",
  "network",
  "key",
  "roles",
  "data",
] as const satisfies readonly TabName[];

export function parseTab(query: PageQuery): TabName {
  const wanted = textOf(query, "tab");
  return tabOrder.find((tab) => tab === wanted) ?? "checklist";
}

/** The parts that there is something to show in. */
export function tabsOf(report: Report, stream: ReportStream, current: TabName, go: Go) {
  const has: Record<TabName, boolean> = {
    checklist: true,
    who: true,
    network: report.networks.some(
      ({ accountId, region }) => accountId === stream.accountId && region === stream.region,
    ),
    key: report.keys.some(({ arn }) => arn === stream.facts.keyArn),
    roles: true,
    data: true,
  };
  return tabOrder
    .filter((tab) => has[tab] || tab === current)
    .map((tab) => ({
      name: tabNames[tab],
      to: go(streamPath(stream), { tab: tab === "checklist" ? undefined : tab }),
      current: tab === current,
    }));
}
