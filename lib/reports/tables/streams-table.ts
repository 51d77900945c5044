import { gapReasonWords } from "@/lib/format/words";
import type { Observed } from "@/lib/model/observed";
import type { ReportStream } from "@/lib/model/report";
import { severities, verdictStatuses, type Severity, type VerdictStatus } from "@/lib/model/verdict";
import { joinWithin } from "@/lib/reports/tables/cell-text";
import { scopeColumns, scopeOf, type TableScope } from "@/lib/reports/tables/scope-columns";
import { tableOf, type Cell } from "@/lib/reports/tables/table";

interface Row {
  readonly stream: ReportStream;
  readonly scope: TableScope;
}

const facts: Readonly<Record<string, (row: Row) => Cell>> = {
  status: ({ stream }) => seen(stream.facts.status, String),
  mode: ({ stream }) => seen(stream.facts.mode, String),
  retentionHours: ({ stream }) => seen(stream.facts.retentionHours, Number),
  createdAt: ({ stream }) => seen(stream.facts.createdAt, String),
  encryption: ({ stream }) => seen(stream.facts.encryption, ({ type }) => type),
  keyReference: ({ stream }) =>
    seen(stream.facts.encryption, (value) => (value.type === "kms" ? value.keyReference : "")),
  keyArn: ({ stream }) => stream.facts.keyArn ?? "",
  openShards: ({ stream }) => seen(stream.facts.shards, Number),
  consumers: ({ stream }) => seen(stream.facts.consumers, (consumers) => consumers.length),
  consumerNames: ({ stream }) =>
    seen(stream.facts.consumers, (consumers) => joinWithin(consumers.map(({ name }) => name))),
  resourcePolicy: ({ stream }) => seen(stream.facts.resourcePolicy, (attached) => (attached ? "yes" : "no")),
  tags: ({ stream }) =>
    seen(stream.facts.tags, (tags) =>
      joinWithin(Object.entries(tags).map(([key, value]) => `${key}=${value}`)),
    ),
};

/** One row a stream: its score, how many checks say what of it, and its facts. */
export const streamsTable = tableOf<Row>(
  "Streams",
  {
    streamArn: ({ stream }) => stream.arn,
    name: ({ stream }) => stream.name,
    accountId: ({ stream }) => stream.accountId,
    region: ({ stream }) => stream.region,
    environment: ({ stream }) => stream.environment.name,
    environmentBecause: ({ stream }) => stream.environment.because,
    scoreWorst: ({ stream }) => stream.score?.worst ?? "",
    scoreBest: ({ stream }) => stream.score?.best ?? "",
    grade: ({ stream }) => stream.score?.grade ?? "",
    ...Object.fromEntries(verdictStatuses.map((status) => [countName(status), countOfStatus(status)])),
    ...Object.fromEntries(severities.map((severity) => [`fails-${severity}`, countOfFails(severity)])),
    failedChecks: ({ stream }) => joinWithin(checksThat(stream, "fail")),
    unknownChecks: ({ stream }) => joinWithin(checksThat(stream, "unknown")),
    ...facts,
    ...scopeColumns,
  },
  function* ({ report }) {
    const scope = scopeOf(report);
    for (const stream of report.streams) yield { stream, scope };
  },
);

function countName(status: VerdictStatus): string {
  return `checks-${status}`;
}

function countOfStatus(status: VerdictStatus) {
  return ({ stream }: Row): number => checksThat(stream, status).length;
}

function countOfFails(severity: Severity) {
  return ({ stream }: Row): number =>
    stream.verdicts.filter((verdict) => verdict.status === "fail" && verdict.severity === severity).length;
}

function checksThat({ verdicts }: ReportStream, status: VerdictStatus): string[] {
  return verdicts.filter((verdict) => verdict.status === status).map(({ checkId }) => checkId);
}

/** A fact, or why it is not known: a cell that is empty says that there is nothing. */
function seen<T>(fact: Observed<T>, read: (value: T) => Cell): Cell {
  return fact.known ? read(fact.value) : `not known: ${gapReasonWords[fact.gap.reason]}`;
}
