import { streamPath, type Go } from "@/components/links";
import { DutyChanges } from "@/components/compare/duty-changes";
import { scoreWords } from "@/components/score/score-line";
import { StatusMark } from "@/components/status/status-mark";
import { AppLink } from "@/components/ui/app-link";
import { AttackerText } from "@/components/ui/attacker-text";
import { countOf } from "@/lib/format/count-of";
import { parseArn } from "@/lib/model/arn";
import type { DutyChange } from "@/lib/model/comparison";
import type { Finding, Score } from "@/lib/model/report";

interface WhatIfProps {
  readonly whatIf: {
    readonly overall: { readonly before: Score | null; readonly after: Score | null };
    readonly streams: readonly {
      readonly arn: string;
      readonly name: string;
      readonly before: Score | null;
      readonly after: Score | null;
    }[];
    readonly gone: readonly Finding[];
    readonly come: readonly Finding[];
    readonly duties: readonly DutyChange[];
  };
  readonly go: Go;
}

const shownMax = 20;

/** The account before and after, side by side. */
export function WhatIf({ whatIf: { overall, streams, gone, come, duties }, go }: WhatIfProps) {
  return (
    <div className="grid gap-5">
      <table className="rows">
        <caption className="sr-only">Scores before and after</caption>
        <thead>
          <tr>
            <th scope="col">Score</th>
            <th scope="col">Now</th>
            <th scope="col">After the fix</th>
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
      <Findings title="Put right" findings={gone} status="pass" />
      <Findings title="Would fail by it" findings={come} status="fail" />
      {duties.length > 0 && (
        <section aria-labelledby="who-changes">
          <h3 id="who-changes" className="font-semibold">
            Who can do what
          </h3>
          <DutyChanges duties={duties} gained="can then" shownMax={shownMax} />
        </section>
      )}
    </div>
  );
}

function Findings({
  title,
  findings,
  status,
}: {
  readonly title: string;
  readonly findings: readonly Finding[];
  readonly status: "pass" | "fail";
}) {
  if (findings.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className="font-semibold">
        {title}: {countOf(findings.length, "finding")}
      </h3>
      <ul className="mt-1 grid gap-1">
        {findings.slice(0, shownMax).map(({ findingId, checkId, severity, cause }) => (
          <li key={findingId} className="flex flex-wrap gap-x-3">
            <StatusMark status={status} severity={severity} />
            <span className="font-mono text-sm text-muted">{checkId}</span>
            <span className="min-w-0">
              <AttackerText>{cause.label}</AttackerText>
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
