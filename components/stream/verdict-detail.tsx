import type { ReactNode } from "react";
import type { CheckInfo } from "@/components/check-info";
import type { Go } from "@/components/links";
import { CheckWordsPart } from "@/components/checklist/check-words-part";
import { CauseList, type ShownDocument } from "@/components/report/cause-list";
import { GapList } from "@/components/report/gap-list";
import { Calls } from "@/components/stream/calls";
import { RawFacts, type RawFact } from "@/components/stream/raw-facts";
import { StatusMark } from "@/components/status/status-mark";
import { PrincipalList } from "@/components/report/principal-list";
import { AppLink } from "@/components/ui/app-link";
import { AttackerText } from "@/components/ui/attacker-text";
import { ScrollFrame } from "@/components/ui/scroll-frame";
import { scopeWords } from "@/lib/format/words";
import type { StreamVerdict } from "@/lib/model/report";

interface VerdictDetailProps {
  readonly verdict: StreamVerdict;
  readonly check: CheckInfo | undefined;
  /** The policy documents that the causes point into. */
  readonly documents: readonly ShownDocument[];
  readonly raw: readonly RawFact[];
  /** What an earlier scan read where facts are missing now. */
  readonly lastKnown: ReactNode;
  readonly streamArn: string;
  readonly go: Go;
}

/** One verdict with all that it rests on: what was seen, where it stands, why it matters, what to change. */
export function VerdictDetail(props: VerdictDetailProps) {
  const { verdict, check, documents, raw, lastKnown, streamArn, go } = props;
  const { checkId, evidence, causes, gaps, reads } = verdict;
  return (
    <article aria-labelledby="verdict-title" className="min-w-0">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <StatusMark status={verdict.status} severity={verdict.severity} />
        <span className="font-mono text-muted">{checkId}</span>
        <Weight verdict={verdict} />
      </p>
      <h2 id="verdict-title" className="mt-1 text-lg font-semibold">
        {check?.title ?? checkId}
      </h2>
      <ScrollFrame label="Evidence" className="mt-2 max-h-60 overflow-y-auto">
        <p className="whitespace-pre-line">
          <AttackerText>{evidence}</AttackerText>
        </p>
      </ScrollFrame>
      {verdict.inherited && (
        <p className="mt-1 text-sm text-muted">
          Judged once for {scopeWords[verdict.scope]} (
          <AttackerText>{verdict.subjects.join(", ")}</AttackerText>) and inherited by this stream.
        </p>
      )}
      <div className="mt-4 grid gap-5">
        {causes.length > 0 && <CauseList causes={causes} checkId={checkId} documents={documents} go={go} />}
        {gaps.length > 0 && (
          <section aria-labelledby="missing-facts">
            <h3 id="missing-facts" className="mb-2 font-semibold">
              What is missing
            </h3>
            <GapList gaps={gaps} />
            {lastKnown}
          </section>
        )}
        {verdict.boundTo && <Word verdict={verdict} streamArn={streamArn} go={go} />}
        {check && <CheckWordsPart check={check} />}
        <Calls reads={reads} />
        <RawFacts facts={raw} />
      </div>
    </article>
  );
}

/** What somebody's word would be about, and the way to give it. */
function Word({
  verdict: { checkId, boundTo },
  streamArn,
  go,
}: Pick<VerdictDetailProps, "verdict" | "streamArn" | "go">) {
  return (
    <section aria-labelledby="word">
      <h3 id="word" className="mb-2 font-semibold">
        The owner&rsquo;s word
      </h3>
      {boundTo && boundTo.length > 0 && <PrincipalList principals={boundTo} go={go} />}
      <p className="mt-2 text-sm">
        <AppLink to={go("/waivers/confirm", { check: checkId, stream: streamArn })}>
          Confirm it until a day
        </AppLink>
      </p>
    </section>
  );
}

function Weight({ verdict: { status, points, gain, severityRange } }: { readonly verdict: StreamVerdict }) {
  if (status !== "fail" && status !== "unknown") return null;
  return (
    <>
      {points > 0 && <span className="text-muted">{points} of the missing points</span>}
      {gain > 0 && <span className="text-accent">+{gain} when it passes</span>}
      {severityRange && (
        <span className="text-unknown">
          {severityRange.lightest} to {severityRange.heaviest}: the fact that decides is not known
        </span>
      )}
    </>
  );
}
