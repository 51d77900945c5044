import { sideBySide } from "@/components/fixes/table-classes";
import { streamPath, type Go } from "@/components/links";
import { MatrixChange } from "@/components/fixes/matrix-change";
import { VerdictCounts } from "@/components/fixes/verdict-counts";
import { scoreWords } from "@/components/score/score-line";
import { StatusMark } from "@/components/status/status-mark";
import { AppLink } from "@/components/ui/app-link";
import { AttackerText } from "@/components/ui/attacker-text";
import { countOf } from "@/lib/format/count-of";
import { parseArn } from "@/lib/model/arn";
import type { FindingChange, FindingChangeKind, WhatIf as Changed } from "@/lib/model/comparison";
import type { VerdictStatus } from "@/lib/model/verdict";

interface WhatIfProps {
  readonly whatIf: Changed;
  readonly go: Go;
}

const shownMax = 20;

/** What becomes of findings, in the order of the page. */
const groups: readonly {
  readonly title: string;
  readonly status: VerdictStatus;
  readonly kinds: readonly FindingChangeKind[];
}[] = [
  { title: "Put right", status: "pass", kinds: ["fixed", "readable"] },
  { title: "Would fail by it", status: "fail", kinds: ["new", "reopened"] },
  { title: "Would weigh or say something else", status: "fail", kinds: ["changed", "accepted"] },
  { title: "Nobody could tell any more", status: "unknown", kinds: ["unreadable"] },
];

/** The account before and after, side by side. */
export function WhatIf({ whatIf, go }: WhatIfProps) {
  const { findings, streams, matrix } = whatIf;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <Scores whatIf={whatIf} go={go} />
      <VerdictCounts verdicts={whatIf.verdicts} />
      {findings.length === 0 && streams.length === 0 && matrix.length === 0 && (
        <p>Nothing would change: every score, verdict and duty stays as it is.</p>
      )}
      {groups.map(({ title, status, kinds }) => (
        <Findings
          key={title}
          title={title}
          status={status}
          findings={findings.filter(({ change }) => kinds.includes(change))}
        />
      ))}
      <MatrixChange rows={matrix} shownMax={shownMax} />
    </div>
  );
}

function Scores({ whatIf: { overall, streams }, go }: WhatIfProps) {
  return (
    <div>
      <table className={sideBySide}>
        <caption className="sr-only">Scores before and after</caption>
        <thead>
          <tr>
            <th scope="col">Score</th>
            <th scope="col">Now</th>
            <th scope="col">After it</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Account</th>
            <td>{scoreWords(overall.before)}</td>
            <td>{scoreWords(overall.after)}</td>
          </tr>
          {streams.slice(0, shownMax).map(({ arn, name, before, after }) => (
            <tr key={arn}>
              <th scope="row">
                <StreamLink arn={arn} name={name} go={go} />
              </th>
              <td>{scoreWords(before)}</td>
              <td>{scoreWords(after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <More count={streams.length} noun="stream" />
    </div>
  );
}

interface FindingsProps {
  readonly title: string;
  readonly findings: readonly FindingChange[];
  readonly status: VerdictStatus;
}

function Findings({ title, findings, status }: FindingsProps) {
  if (findings.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className="font-semibold">
        {title}: {countOf(findings.length, "finding")}
      </h3>
      <ul className="mt-1 grid gap-1">
        {findings.slice(0, shownMax).map(({ findingId, checkId, severity, label }) => (
          <li key={findingId} className="flex flex-wrap gap-x-3">
            <StatusMark status={status} severity={severity} />
            <span className="font-mono text-sm text-muted">{checkId}</span>
            <span className="min-w-0">
              <AttackerText>{label}</AttackerText>
            </span>
          </li>
        ))}
      </ul>
      <More count={findings.length} noun="finding" />
    </section>
  );
}

function More({ count, noun }: { readonly count: number; readonly noun: string }) {
  if (count <= shownMax) return null;
  return <p className="text-sm text-muted">and {countOf(count - shownMax, `more ${noun}`)}</p>;
}

interface StreamLinkProps extends Pick<WhatIfProps, "go"> {
  readonly arn: string;
  readonly name: string;
}

function StreamLink({ arn, name, go }: StreamLinkProps) {
  const { region, accountId } = parseArn(arn) ?? { region: "", accountId: "" };
  return (
    <AppLink to={go(streamPath({ accountId, region, name }))}>
      <AttackerText>{name}</AttackerText>
    </AppLink>
  );
}
