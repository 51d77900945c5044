import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NoReport } from "@/app/no-report";
import { readPage, textOf } from "@/app/page-input";
import { EditForm } from "@/components/fixes/edit-form";
import { policyKindWords } from "@/components/policy/policy-name";
import { AppLink } from "@/components/ui/app-link";
import { AttackerText } from "@/components/ui/attacker-text";
import { PageHead } from "@/components/ui/page-head";
import { resourceOfArn } from "@/lib/format/shorten-arn";
import { loadPolicyView } from "@/lib/server/policies";
import { loadLatestReport } from "@/lib/server/reports";

export const metadata: Metadata = { title: "Edit a policy, and see what it would change" };

export default async function EditPolicyPage({ searchParams }: PageProps<"/policies/edit">) {
  const { query, set, go } = await readPage(searchParams);
  const report = await loadLatestReport(set);
  if (!report) return <NoReport />;
  const view = loadPolicyView(report, textOf(query, "id") ?? "");
  if (!view) notFound();

  const { policy, text } = view;
  const name = policy.name === "" ? resourceOfArn(policy.id) : policy.name;
  return (
    <div className="grid gap-4">
      <PageHead
        title={
          <>
            What if <AttackerText>{name}</AttackerText> said something else
          </>
        }
        lead={
          <>
            <AppLink to={go("/policies/view", { id: policy.id })}>The policy</AppLink>,{" "}
            {policyKindWords(policy)}. The whole account is judged with what stands here, from what the latest
            scan read. Nothing is changed in AWS.
          </>
        }
      />
      <EditForm policyId={policy.id} text={text} set={set} />
    </div>
  );
}
