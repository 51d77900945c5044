import type { Metadata } from "next";
import { NoReport } from "@/app/no-report";
import { readPage, textOf } from "@/app/page-input";
import { requestTime } from "@/app/request-time";
import { AppLink } from "@/components/ui/app-link";
import { AttackerText } from "@/components/ui/attacker-text";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Panel } from "@/components/ui/panel";
import { QueryProblems } from "@/components/ui/query-problems";
import { ChoiceList } from "@/components/waivers/choice-list";
import { DecisionForm } from "@/components/waivers/decision-form";
import { countOf } from "@/lib/format/count-of";
import { resourceOfArn } from "@/lib/format/shorten-arn";
import { waiverDaysMax } from "@/lib/model/decision";
import type { Finding } from "@/lib/model/report";
import { daysFrom } from "@/lib/server/decision-days";
import { filterFindings, parseFindingFilter } from "@/lib/server/finding-filter";
import { loadLatestReport } from "@/lib/server/reports";

export const metadata: Metadata = { title: "Accept findings" };

/** As many as one decision takes. */
const shownMax = 1000;

export default async function NewWaiverPage({ searchParams }: PageProps<"/waivers/new">) {
  const { query, go } = await readPage(searchParams);
  const report = await loadLatestReport("full");
  if (!report) return <NoReport />;
  const { filter, problems } = parseFindingFilter(query);
  const one = textOf(query, "finding");
  const matched = filterFindings(report, filter).filter(
    ({ status, findingId }) => status === "fail" && (one === undefined || findingId === one),
  );
  const [only, ...others] = matched;
  const days = daysFrom(requestTime(), waiverDaysMax);

  return (
    <div className="grid gap-4">
      <PageHead
        title={matched.length === 1 ? "Accept a finding" : "Accept findings"}
        lead="An accepted finding leaves the score until its last day. It reopens before that when what it was accepted for changes: more principals, more streams, another statement, a heavier severity."
      />
      <QueryProblems problems={problems} />
      <Panel title={`${countOf(matched.length, "failing finding")} to accept`}>
        {only === undefined ? (
          <EmptyState title="No failing finding fits">
            <AppLink to={go("/findings", { status: "fail" })}>All failing findings</AppLink>
          </EmptyState>
        ) : (
          <DecisionForm kind="waiver" today={days.today} lastDay={days.lastDay}>
            <ChoiceList
              legend="Findings"
              hint="Each that stays chosen is accepted by itself."
              name="finding"
              chosen
              choices={matched.slice(0, shownMax).map(toChoice)}
            />
            {matched.length > shownMax && (
              <p>
                {countOf(matched.length - shownMax, "more finding")} fit, and one decision takes at most{" "}
                {shownMax}.
              </p>
            )}
            {others.length === 0 && only.streamArns.length > 1 && (
              <ChoiceList
                legend="Only on some of its streams"
                hint="None chosen: on every stream that it weighs on now, and it reopens for one more."
                name="stream"
                chosen={false}
                choices={only.streamArns.map((arn) => ({
                  value: arn,
                  label: <AttackerText>{resourceOfArn(arn)}</AttackerText>,
                }))}
              />
            )}
          </DecisionForm>
        )}
      </Panel>
    </div>
  );
}

function toChoice({ findingId, checkId, cause, streams }: Finding) {
  return {
    value: findingId,
    label: (
      <>
        <span className="font-mono text-sm text-muted">{checkId}</span>{" "}
        <AttackerText>{cause.label}</AttackerText>
      </>
    ),
    aside: countOf(streams, "stream"),
  };
}
