import type { Metadata } from "next";
import { NoReport } from "@/app/no-report";
import { readPage } from "@/app/page-input";
import { ReconcileForm } from "@/components/reconcile/reconcile-form";
import { AppLink } from "@/components/ui/app-link";
import { PageHead } from "@/components/ui/page-head";
import { loadLatestReport } from "@/lib/server/reports";

export const metadata: Metadata = { title: "Reconcile" };

export default async function ReconcilePage({ searchParams }: PageProps<"/reconcile">) {
  const { set, go } = await readPage(searchParams);
  if (!(await loadLatestReport(set))) return <NoReport />;
  return (
    <div className="grid gap-4">
      <PageHead
        title="Reconcile with another tool"
        lead={
          <>
            Where Prowler or Security Hub agree with the <AppLink to={go("/findings")}>findings</AppLink> of
            the newest scan, where they do not, and what was read that decides it.
          </>
        }
      />
      <ReconcileForm set={set} />
    </div>
  );
}
