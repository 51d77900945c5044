import type { Metadata } from "next";
import { readPage, textOf } from "@/app/page-input";
import { TryForm } from "@/components/try/try-form";
import { AppLink } from "@/components/ui/app-link";
import { PageHead } from "@/components/ui/page-head";
import { loadLatestReport } from "@/lib/server/reports";
import { tryChoices, tryStart } from "@/lib/server/try-start";

export const metadata: Metadata = { title: "Try a policy" };

export default async function TryPage({ searchParams }: PageProps<"/policies/try">) {
  const { query, set, go } = await readPage(searchParams);
  const report = await loadLatestReport(set);
  const start = tryStart(report, {
    policy: textOf(query, "policy"),
    principal: textOf(query, "principal"),
    stream: textOf(query, "stream"),
    action: textOf(query, "action"),
  });
  return (
    <div className="grid gap-4">
      <PageHead
        title="Try a policy"
        lead={
          <>
            What AWS would decide by the <AppLink to={go("/policies")}>policies</AppLink> that stand here, and
            by nothing else. Nothing is changed, and nothing leaves this server.
          </>
        }
      />
      <TryForm start={start} choices={tryChoices(report)} />
    </div>
  );
}
