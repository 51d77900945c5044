import type { CheckInfo } from "@/components/check-info";
import { streamPath, type Go } from "@/components/links";
import { compareVerdicts } from "@/components/report/area-state";
import type { ShownDocument } from "@/components/report/cause-list";
import { LastKnownFacts } from "@/components/stream/last-known-facts";
import { VerdictDetail } from "@/components/stream/verdict-detail";
import { VerdictList } from "@/components/stream/verdict-list";
import { AppLink } from "@/components/ui/app-link";
import type { RawFact } from "@/components/stream/raw-facts";
import type { Earlier, EarlierStream } from "@/lib/model/earlier";
import type { Report, ReportStream, StreamVerdict } from "@/lib/model/report";
import { loadPolicyView } from "@/lib/server/policies";

interface StreamChecklistProps {
  readonly report: Report;
  readonly stream: ReportStream;
  readonly earlier: Earlier<EarlierStream> | undefined;
  readonly checks: readonly CheckInfo[];
  /** The check that the address names; without one the worst is shown. */
  readonly chosen: string | undefined;
  readonly go: Go;
}

/** The checklist beside the verdict that is chosen; on a narrow screen the one or the other. */
export function StreamChecklist(props: StreamChecklistProps) {
  const { report, stream, earlier, checks, chosen, go } = props;
  const named = stream.verdicts.find(({ checkId }) => checkId === chosen);
  const verdict = named ?? stream.verdicts.toSorted(compareVerdicts)[0];
  const pathname = streamPath(stream);
  return (
    <div className="grid gap-x-8 gap-y-4 rail:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
      <div className={named ? "hidden rail:block" : ""}>
        <VerdictList
          verdicts={stream.verdicts}
          checks={checks}
          selected={verdict?.checkId}
          pathname={pathname}
          go={go}
        />
      </div>
      <div className={`min-w-0 ${named ? "" : "hidden rail:block"}`}>
        <p className="mb-3 rail:hidden">
          <AppLink to={go(pathname)}>Whole checklist</AppLink>
        </p>
        <div className="rounded-md border border-line bg-surface p-4 rail:sticky rail:top-4 rail:max-h-[calc(100dvh-32px)] rail:overflow-y-auto rail:p-5">
          {verdict ? (
            <VerdictDetail
              streamArn={stream.arn}
              verdict={verdict}
              check={checks.find(({ id }) => id === verdict.checkId)}
              documents={documentsOf(report, verdict)}
              raw={rawFacts(
                report,
                stream,
                checks.find(({ id }) => id === verdict.checkId),
              )}
              lastKnown={
                <LastKnownFacts
                  stream={stream}
                  reportKey={keyOf(report, stream)}
                  earlier={earlier}
                  gaps={verdict.gaps}
                  go={go}
                />
              }
              go={go}
            />
          ) : (
            <p className="text-muted">No check of this set was judged on this stream.</p>
          )}
        </div>
      </div>
    </div>
  );
}

function documentsOf(report: Report, { causes }: StreamVerdict): ShownDocument[] {
  const ids = new Set(causes.flatMap(({ document }) => (document ? [document.policyId] : [])));
  return [...ids].flatMap((id) => loadPolicyView(report, id) ?? []);
}

/** The facts of the parts that a check reads, as far as they are this stream's own. */
function rawFacts(report: Report, stream: ReportStream, check: CheckInfo | undefined): RawFact[] {
  const { facts } = stream;
  const key = keyOf(report, stream);
  return [
    ...(check?.reads.includes("streams") ? [{ name: "the stream", value: facts }] : []),
    ...(check?.reads.includes("keys") && key ? [{ name: "its key", value: key }] : []),
  ];
}

function keyOf({ keys }: Report, { facts }: ReportStream) {
  return keys.find(({ arn }) => arn === facts.keyArn);
}
