import type { Metadata } from "next";
import { NoReport } from "@/app/no-report";
import { readPage } from "@/app/page-input";
import { KeyTable } from "@/components/keys/key-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Panel } from "@/components/ui/panel";
import { countOf } from "@/lib/format/count-of";
import { loadLatestReport } from "@/lib/server/reports";

export const metadata: Metadata = { title: "Keys" };

export default async function KeysPage({ searchParams }: PageProps<"/keys">) {
  const { set, go } = await readPage(searchParams);
  const report = await loadLatestReport(set);
  if (!report) return <NoReport />;

  return (
    <div className="grid gap-4">
      <PageHead
        title="Keys"
        lead="The KMS keys that the streams name. A key that no stream names is not read."
      />
      <Panel title={countOf(report.keys.length, "key")} flush>
        {report.keys.length === 0 ? (
          <EmptyState title="No key was read">
            No stream names a KMS key, or none of the keys could be resolved.
          </EmptyState>
        ) : (
          <KeyTable keys={report.keys} go={go} />
        )}
      </Panel>
    </div>
  );
}
