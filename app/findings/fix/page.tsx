import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { NoReport } from "@/app/no-report";
import { readPage, textOf } from "@/app/page-input";
import { titleOf } from "@/components/check-info";
import { DocumentDiff } from "@/components/fixes/document-diff";
import { WhatIf } from "@/components/fixes/what-if";
import type { Go } from "@/components/links";
import { StatusMark } from "@/components/status/status-mark";
import { AppLink } from "@/components/ui/app-link";
import { AttackerText } from "@/components/ui/attacker-text";
import { CopyBlock } from "@/components/ui/copy-block";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Panel } from "@/components/ui/panel";
import { countOf } from "@/lib/format/count-of";
import { groupBy } from "@/lib/model/group-by";
import { loadChecks } from "@/lib/server/checks";
import { loadFix, type FixView, type PreparedFix } from "@/lib/server/fixes";
import { loadLatestReport } from "@/lib/server/reports";

export const metadata: Metadata = { title: "Fix" };

export default async function FixPage({ searchParams }: PageProps<"/findings/fix">) {
  const { query, set, go } = await readPage(searchParams);
  const report = await loadLatestReport(set);
  if (!report) return <NoReport />;
  const id = textOf(query, "id");
  const finding = report.findings.find(({ findingId }) => findingId === id);
  if (!finding) notFound();
  const [checks, fix] = await Promise.all([loadChecks(), loadFix(report, finding)]);

  return (
    <div className="grid gap-4">
      <PageHead
        title={titleOf(checks, finding.checkId)}
        lead={
          <>
            <AppLink to={go("/findings", { check: finding.checkId, open: finding.findingId })}>
              Finding
            </AppLink>{" "}
            of {finding.checkId}, {countOf(finding.streams, "stream")}. Nothing on this page is changed in
            AWS.
          </>
        }
      />
      <Panel title="What is so">
        <p className="flex flex-wrap items-baseline gap-x-3">
          <StatusMark status={finding.status} severity={finding.severity} />
          <AttackerText>{finding.cause.label}</AttackerText>
        </p>
      </Panel>
      {"view" in fix ? (
        <>
          <FixPanels fix={fix.view} />
          <Panel title="What the fix would change">
            <Suspense fallback={<p className="text-muted">The account is judged again as it would be.</p>}>
              <WhatIfPart compare={fix.compare} go={go} />
            </Suspense>
          </Panel>
        </>
      ) : (
        <Panel title="How to fix it">
          <EmptyState title="No fix can be written by what was read">
            {fix.why} {checks.find((check) => check.id === finding.checkId)?.remediation}{" "}
            <AppLink to={go("/checklist", {}, finding.checkId)}>More about the check</AppLink>
          </EmptyState>
        </Panel>
      )}
    </div>
  );
}

/** What follows from a fix, each once with the checks that it is about. */
function Announcements({ announces }: Pick<FixView, "announces">) {
  if (announces.length === 0) return null;
  return (
    <ul className="mt-2 grid max-w-[80ch] gap-1 text-muted">
      {[...groupBy(announces, ({ words }) => words)].map(([words, group]) => {
        const checkIds = group.flatMap(({ checkId }) => checkId ?? []);
        return (
          <li key={words}>
            {words}
            {checkIds.length > 0 && <span className="font-mono text-sm"> ({checkIds.join(", ")})</span>}
          </li>
        );
      })}
    </ul>
  );
}

function FixPanels({ fix }: { readonly fix: FixView }) {
  return (
    <>
      <Panel title="How to fix it">
        <p className="max-w-[80ch]">{fix.words}</p>
        <Announcements announces={fix.announces} />
      </Panel>
      {fix.documents.map(({ policyId, lines }) => (
        <Panel key={policyId} title="The policy, before and after">
          <p className="mb-2 text-sm text-muted">
            <AttackerText mono>{policyId}</AttackerText>
          </p>
          <DocumentDiff label={`Changes of ${policyId}`} lines={lines} />
        </Panel>
      ))}
      <Panel title="AWS CLI">
        <CopyBlock text={fix.commands.join("\n")} label="Commands of the AWS CLI" wrap />
      </Panel>
      <Panel title="Terraform">
        <Fragment />
        <CopyBlock text={fix.terraform} label="Terraform" />
      </Panel>
      <Panel title="CloudFormation">
        <Fragment />
        <CopyBlock text={fix.cloudFormation} label="CloudFormation" />
      </Panel>
    </>
  );
}

/** What stands here names what exists. */
function Fragment() {
  return (
    <p className="mb-2 max-w-[80ch] text-sm text-muted">
      What has to stand in your configuration. A resource that it already has takes these members: deployed
      beside it, they would be refused, or make a second one.
    </p>
  );
}

interface WhatIfPartProps extends Pick<PreparedFix, "compare"> {
  readonly go: Go;
}

async function WhatIfPart({ compare, go }: WhatIfPartProps) {
  return <WhatIf whatIf={await compare()} go={go} />;
}
