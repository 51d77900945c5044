import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NoReport } from "@/app/no-report";
import { readPage, textOf } from "@/app/page-input";
import { requestTime } from "@/app/request-time";
import { titleOf } from "@/components/check-info";
import { AttackerText } from "@/components/ui/attacker-text";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Panel } from "@/components/ui/panel";
import { ChoiceList } from "@/components/waivers/choice-list";
import { DecisionForm } from "@/components/waivers/decision-form";
import { countOf } from "@/lib/format/count-of";
import { attestationDays } from "@/lib/model/decision";
import type { ReportStream } from "@/lib/model/report";
import { loadChecks } from "@/lib/server/checks";
import { daysFrom } from "@/lib/server/decision-days";
import { loadLatestReport } from "@/lib/server/reports";

export const metadata: Metadata = { title: "Confirm" };

export default async function ConfirmPage({ searchParams }: PageProps<"/waivers/confirm">) {
  const { query } = await readPage(searchParams);
  const checkId = textOf(query, "check") ?? "";
  const daysMax = attestationDays(checkId);
  if (daysMax === undefined) notFound();
  const [report, checks] = await Promise.all([loadLatestReport("full"), loadChecks()]);
  if (!report) return <NoReport />;
  const one = textOf(query, "stream");
  const streams = report.streams.filter(({ arn }) => one === undefined || arn === one);
  const days = daysFrom(requestTime(), daysMax);
  const title = titleOf(checks, checkId);

  return (
    <div className="grid gap-4">
      <PageHead
        title={title}
        lead="No call to AWS tells: it is somebody's word, with an owner and a last day, and it never counts in a score. It is asked for again when what it was given for changes."
      />
      <Panel title={`Confirm for ${countOf(streams.length, "stream")}`}>
        {streams.length === 0 ? (
          <EmptyState title="There is no such stream">The newest scan did not see it.</EmptyState>
        ) : (
          <DecisionForm kind="attestation" checkId={checkId} today={days.today} lastDay={days.lastDay}>
            <ChoiceList
              legend="Streams"
              hint={
                checkId === "KDS-LP-09"
                  ? "Those who can read each now, which is what is confirmed."
                  : "Those of which all sensitive fields are encrypted before they are written, or which hold none."
              }
              name="stream"
              chosen={one !== undefined}
              choices={streams.map((stream) => toChoice(stream, checkId))}
            />
          </DecisionForm>
        )}
      </Panel>
    </div>
  );
}

function toChoice({ arn, name, region, verdicts }: ReportStream, checkId: string) {
  const boundTo = verdicts.find((verdict) => verdict.checkId === checkId)?.boundTo ?? [];
  return {
    value: arn,
    aside: region,
    label: (
      <>
        <AttackerText>{name}</AttackerText>
        {boundTo.map((principal) => (
          <span key={principal} className="block font-mono text-sm text-muted">
            <AttackerText>{principal}</AttackerText>
          </span>
        ))}
      </>
    ),
  };
}
