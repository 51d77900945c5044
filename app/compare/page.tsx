import { scannedAccounts } from "@/lib/format/account-words";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { pageOf, readPage, textOf, type PageInput } from "@/app/page-input";
import { ChangeList } from "@/components/compare/change-list";
import { ComparisonExports } from "@/components/compare/comparison-exports";
import { DutyChanges } from "@/components/compare/duty-changes";
import { ScanPairForm } from "@/components/compare/scan-pair-form";
import { StreamChanges } from "@/components/compare/stream-changes";
import { scoreWords } from "@/components/score/score-line";
import { AppLink } from "@/components/ui/app-link";
import { AttackerText } from "@/components/ui/attacker-text";
import { EmptyState } from "@/components/ui/empty-state";
import { Facts } from "@/components/ui/facts";
import { FilterChips } from "@/components/ui/filter-chips";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { Panel } from "@/components/ui/panel";
import { changeWords } from "@/lib/format/comparison-words";
import { countOf } from "@/lib/format/count-of";
import { settingLabels } from "@/lib/format/setting-labels";
import { findingChanges, type ScanComparison } from "@/lib/model/comparison";
import { loadComparableScans, loadComparison } from "@/lib/server/comparisons";
import { HttpError } from "@/lib/server/http-error";
import { loadLatestReport } from "@/lib/server/reports";

export const metadata: Metadata = { title: "Compare" };

export default async function ComparePage({ searchParams }: PageProps<"/compare">) {
  const input = await readPage(searchParams);
  const { query, set, go } = input;
  const scans = await loadComparableScans();
  const newest = scans.find(({ id }) => id === textOf(query, "to")) ?? scans[0];
  const earlier = scans.find(
    (scan) =>
      scan.id !== newest?.id &&
      scannedAccounts(scan).join() === scannedAccounts(newest ?? {}).join() &&
      scan.startedAt < (newest?.startedAt ?? ""),
  );
  const [from, to] = [textOf(query, "from") ?? earlier?.id, textOf(query, "to") ?? newest?.id];
  if (from === undefined || to === undefined)
    return (
      <div className="grid gap-4">
        <PageHead title="Compare two scans" />
        <Panel title="What changed">
          <EmptyState title="There are no two scans of one account yet">
            A comparison shows what is new, fixed or became unreadable since an earlier scan.{" "}
            <AppLink to={go("/scans")}>Scans</AppLink>
          </EmptyState>
        </Panel>
      </div>
    );
  const compared = await compare(from, to, input);
  return (
    <div className="grid gap-4">
      <PageHead
        title="Compare two scans"
        lead={
          <>
            What became of each finding. What only other rules or settings tell differently stands apart.
            Findings of another tool are <AppLink to={go("/reconcile")}>reconciled</AppLink> on a page of
            their own.
          </>
        }
        actions={"overall" in compared && <ComparisonExports query={{ from, to, set }} />}
      />
      <Panel title="Scans">
        <ScanPairForm scans={scans} from={from} to={to} set={set} />
      </Panel>
      {"overall" in compared ? (
        <Compared comparison={compared} input={input} />
      ) : (
        <Panel title="What changed">
          <EmptyState title="These scans cannot be compared">{compared.problem}</EmptyState>
        </Panel>
      )}
    </div>
  );
}

async function compare(
  from: string,
  to: string,
  { set }: PageInput,
): Promise<ScanComparison | { readonly problem: string }> {
  try {
    return await loadComparison({ from, to, set });
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    if (error.code === "not-found") notFound();
    return { problem: error.message };
  }
}

interface ComparedProps {
  readonly comparison: ScanComparison;
  readonly input: PageInput;
}

function Compared({ comparison, input }: ComparedProps) {
  const { findings, streams, duties, settings } = comparison;
  return (
    <>
      <Scores comparison={comparison} />
      <Panel
        title={
          findings.length === 0
            ? "No finding changed"
            : `What became of ${countOf(findings.length, "finding")}`
        }
      >
        {findings.length === 0 ? (
          <p className="text-muted">Every finding is as it was.</p>
        ) : (
          <Changes comparison={comparison} input={input} />
        )}
      </Panel>
      {streams.length > 0 && (
        <Panel title={countOf(streams.length, "stream")} aside="what fell furthest first" flush>
          <StreamChanges streams={streams} />
        </Panel>
      )}
      {duties.length > 0 && (
        <Panel title="Who can do what">
          <DutyChanges duties={duties} gained="can now" shownMax={50} />
        </Panel>
      )}
      {settings.length > 0 && (
        <Panel title="Settings" aside="as JSON" flush>
          <SettingChanges settings={settings} />
        </Panel>
      )}
    </>
  );
}

function Scores({ comparison: { overall, settings, rulesChanged } }: Pick<ComparedProps, "comparison">) {
  return (
    <Panel title="Scores">
      <Facts
        layout="wide"
        facts={[
          { name: "Before", value: scoreWords(overall.before) },
          { name: "After", value: scoreWords(overall.after) },
          {
            name: "Rules",
            value: rulesChanged ? "other versions judged the two scans" : "the same for both",
          },
          {
            name: "Settings",
            value: settings.length === 0 ? "the same for both" : countOf(settings.length, "change"),
          },
        ]}
      />
    </Panel>
  );
}

async function Changes({ comparison, input: { query, go, set } }: ComparedProps) {
  const { before, after, counts, findings } = comparison;
  const kinds = findingChanges.filter((kind) => counts[kind] > 0);
  const chosen = kinds.find((kind) => kind === textOf(query, "change"));
  const listed = findings.filter(({ change }) => chosen === undefined || change === chosen);
  const { items, page, pages } = pageOf(listed, query);
  const newest = await loadLatestReport(set);
  const here = { from: before.id, to: after.id, change: chosen };
  const options = kinds.map((kind) => ({ value: kind, words: `${changeWords[kind]} ${counts[kind]}` }));
  return (
    <div className="grid gap-4">
      <FilterChips
        groups={[{ parameter: "change", name: "What", options }]}
        query={here}
        pathname="/compare"
        go={go}
      />
      <ChangeList
        findings={items}
        linked={new Set(newest?.findings.map(({ findingId }) => findingId))}
        go={go}
      />
      <Pager
        page={page}
        pages={pages}
        to={(number) => go("/compare", { ...here, page: number === 1 ? undefined : number })}
      />
    </div>
  );
}

function SettingChanges({ settings }: Pick<ScanComparison, "settings">) {
  return (
    <table className="rows">
      <caption className="sr-only">Settings that changed</caption>
      <thead>
        <tr>
          <th scope="col">Setting</th>
          <th scope="col">Before</th>
          <th scope="col">After</th>
        </tr>
      </thead>
      <tbody>
        {settings.map(({ name, before = "not declared", after = "not declared" }) => (
          <tr key={name}>
            <th scope="row">{settingLabels[name]}</th>
            <td>
              <AttackerText mono>{before}</AttackerText>
            </td>
            <td>
              <AttackerText mono>{after}</AttackerText>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
