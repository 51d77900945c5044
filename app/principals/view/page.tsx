import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NoReport } from "@/app/no-report";
import { readPage, textOf } from "@/app/page-input";
import { requestTime } from "@/app/request-time";
import { faceOf } from "@/components/duties/principal-face";
import { PrincipalFacts } from "@/components/principals/principal-facts";
import { reachSummary } from "@/components/principals/reach-summary";
import { RoleWays } from "@/components/duties/role-ways";
import { AppLink } from "@/components/ui/app-link";
import { AttackerText } from "@/components/ui/attacker-text";
import { ExportLinks } from "@/components/ui/export-links";
import { PageHead } from "@/components/ui/page-head";
import { Panel } from "@/components/ui/panel";
import { loadEarlierPrincipal } from "@/lib/server/earlier-policy";
import { loadPrincipalView, policyReader } from "@/lib/server/principals";
import { loadLatestReport } from "@/lib/server/reports";
import { LastKnownPrincipal } from "./last-known-principal";
import { ReachPart } from "./reach-part";

export const metadata: Metadata = { title: "Principal" };

export default async function PrincipalPage({ searchParams }: PageProps<"/principals/view">) {
  const { query, set, go } = await readPage(searchParams);
  const report = await loadLatestReport(set);
  if (!report) return <NoReport />;
  const asked = textOf(query, "arn") ?? "";
  const view = loadPrincipalView(report, asked);
  if (!view) {
    const earlier = await loadEarlierPrincipal(report, asked);
    if (!earlier) notFound();
    return <LastKnownPrincipal earlier={earlier} go={go} />;
  }

  const { arn, principal, reach, roleReach } = view;
  const face = faceOf(arn, principal?.accountId ?? report.scan.accountId);
  return (
    <div className="grid gap-4">
      <PageHead
        title={<AttackerText>{face.name}</AttackerText>}
        lead={
          <>
            <AppLink to={go("/principals")}>Principals</AppLink>, {principal?.kind ?? face.what}
          </>
        }
        actions={<ExportLinks scanId={report.scan.id} query={{ principal: arn, set }} />}
      />
      <p className="text-lg font-medium">{reachSummary(reach, report.streams.length)}</p>
      <div className="grid items-start gap-4 rail:grid-cols-[minmax(0,5fr)_minmax(0,2fr)]">
        <ReachPart report={report} view={view} query={query} go={go} />
        <div className="grid gap-4">
          <Panel title="What it is">
            <PrincipalFacts
              arn={arn}
              principal={principal}
              standing={reach?.standing}
              policyOf={policyReader(report)}
              now={requestTime()}
              go={go}
            />
            {principal && (
              <p className="mt-3 text-sm">
                <AppLink to={go("/findings", { principal: arn })}>Findings about it</AppLink>
              </p>
            )}
          </Panel>
          {principal?.kind === "role" && (
            <Panel title="Who can become it">
              {roleReach ? (
                <RoleWays reach={roleReach} namedMax={40} go={go} />
              ) : (
                <p className="text-sm text-muted">
                  Not followed: this role holds no duty on a stream of its own.
                </p>
              )}
            </Panel>
          )}
        </div>
      </div>
    </div>
  );
}
