import type { Metadata } from "next";
import { NoReport } from "@/app/no-report";
import { placeOf, readPage } from "@/app/page-input";
import { KeyTable } from "@/components/keys/key-table";
import { placeGroups } from "@/components/report/place-groups";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChips } from "@/components/ui/filter-chips";
import { PageHead } from "@/components/ui/page-head";
import { Panel } from "@/components/ui/panel";
import { countOf } from "@/lib/format/count-of";
import { isArnIn } from "@/lib/model/place";
import { loadLatestReport } from "@/lib/server/reports";

export const metadata: Metadata = { title: "Keys" };

export default async function KeysPage({ searchParams }: PageProps<"/keys">) {
  const { query, set, go } = await readPage(searchParams);
  const report = await loadLatestReport(set);
  if (!report) return <NoReport />;
  const place = placeOf(query);
  const keys = report.keys.filter(({ arn }) => isArnIn(place, arn));

  return (
    <div className="grid gap-4">
      <PageHead
        title="Keys"
        lead="The KMS keys that the streams name. A key that no stream names is not read."
      />
      <FilterChips groups={placeGroups(report)} query={{ ...place }} pathname="/keys" go={go} />
      <Panel title={countOf(keys.length, "key")} flush>
        {keys.length === 0 ? (
          <EmptyState title="No key was read">
            No stream here names a KMS key, or none of the keys could be resolved.
          </EmptyState>
        ) : (
          <KeyTable keys={keys} go={go} />
        )}
      </Panel>
    </div>
  );
}
