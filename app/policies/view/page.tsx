import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NoReport } from "@/app/no-report";
import { readPage, textOf } from "@/app/page-input";
import type { CheckInfo } from "@/components/check-info";
import type { Go } from "@/components/links";
import { policyKindWords } from "@/components/policy/policy-name";
import { PolicyFindings } from "@/components/policy/policy-findings";
import { PolicyText } from "@/components/policy/policy-text";
import { PrincipalList } from "@/components/report/principal-list";
import { AppLink } from "@/components/ui/app-link";
import { AttackerText } from "@/components/ui/attacker-text";
import { quietButton } from "@/components/ui/button-classes";
import { CopyArn } from "@/components/ui/copy-arn";
import { PageHead } from "@/components/ui/page-head";
import { Panel } from "@/components/ui/panel";
import { countOf } from "@/lib/format/count-of";
import { resourceOfArn } from "@/lib/format/shorten-arn";
import type { Report } from "@/lib/model/report";
import { loadChecks } from "@/lib/server/checks";
import { loadEarlierPolicy } from "@/lib/server/earlier-policy";
import { loadPolicyView, type PolicyView } from "@/lib/server/policies";
import { loadLatestReport } from "@/lib/server/reports";
import { LastKnownPolicy } from "./last-known-policy";
import { ReachPanels } from "./reach-panels";

export const metadata: Metadata = { title: "Policy" };

export default async function PolicyPage({ searchParams }: PageProps<"/policies/view">) {
  const { query, set, go } = await readPage(searchParams);
  const [report, checks] = await Promise.all([loadLatestReport(set), loadChecks()]);
  if (!report) return <NoReport />;
  const id = textOf(query, "id") ?? "";
  const view = loadPolicyView(report, id);
  const asked = (textOf(query, "statements") ?? "").split(",").filter(Boolean).map(Number);
  if (view) return <ReadPolicy report={report} checks={checks} view={view} asked={asked} go={go} />;
  const earlier = await loadEarlierPolicy(report, id);
  if (!earlier) notFound();
  return <LastKnownPolicy earlier={earlier} go={go} />;
}

interface ReadPolicyProps {
  readonly report: Report;
  readonly checks: readonly CheckInfo[];
  readonly view: PolicyView;
  /** The statements that the address names. */
  readonly asked: readonly number[];
  readonly go: Go;
}

function ReadPolicy({ report, checks, view, asked, go }: ReadPolicyProps) {
  const { policy } = view;
  const findings = report.findings.filter(({ cause }) => cause.document?.policyId === policy.id);
  const marked = asked.length > 0 ? asked : findings.flatMap(({ cause }) => cause.document?.statements ?? []);
  const name = policy.name === "" ? resourceOfArn(policy.id) : policy.name;
  return (
    <div className="grid gap-4">
      <PageHead
        title={<AttackerText>{name}</AttackerText>}
        lead={
          <>
            <AppLink to={go("/policies")}>Policies</AppLink>, {policyKindWords(policy)},{" "}
            {countOf(policy.statementCount, "statement")}
          </>
        }
        actions={
          <>
            <AppLink to={go("/policies/try", { policy: policy.id })} className={quietButton}>
              Try it
            </AppLink>
            {!policy.awsManaged && (
              <AppLink to={go("/policies/edit", { id: policy.id })} className={quietButton}>
                What if…
              </AppLink>
            )}
          </>
        }
      />
      <div className="grid items-start gap-4 rail:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Panel title="Document" flush>
          <PolicyText document={view} name={name} marked={marked} />
        </Panel>
        <div className="grid gap-4">
          <PolicyFindings findings={findings} checks={checks} go={go} />
          <ReachPanels report={report} policy={policy} go={go} />
          <Panel title={policy.kind === "managed" || policy.kind === "inline" ? "Attached to" : "Belongs to"}>
            {policy.attachedTo.length === 0 ? (
              <p className="text-muted">Nothing: it is in force for nobody.</p>
            ) : (
              <PrincipalList principals={policy.attachedTo} go={go} />
            )}
            <p className="mt-3 text-sm">
              <CopyArn text={policy.id} />
            </p>
          </Panel>
        </div>
      </div>
    </div>
  );
}
