import { DutyMark } from "@/components/duties/duty-mark";
import { dutyWords } from "@/components/duties/duty-words";
import type { ReachGroup } from "@/components/duties/reach-groups";
import { streamPath, type Go, type Target } from "@/components/links";
import { policyTitle } from "@/components/policy/policy-name";
import { AppLink } from "@/components/ui/app-link";
import { AttackerText } from "@/components/ui/attacker-text";
import { formatCount } from "@/lib/format/count-of";
import type { DutyCell, GrantPointer } from "@/lib/model/duty";
import type { ReportPolicy } from "@/lib/model/report";

const namedMax = 12;

interface ReachGroupPanelProps {
  readonly group: ReachGroup;
  /** The streams to name; without them the first ones. */
  readonly shown?: ReachGroup["streams"];
  readonly policyOf: (id: string) => ReportPolicy | undefined;
  /** All streams of the group. */
  readonly all: Target;
  readonly go: Go;
}

/** Streams that are reached in one way: which, what for, and by which statements. */
export function ReachGroupPanel({ group, shown, policyOf, all, go }: ReachGroupPanelProps) {
  const { cells, streams } = group;
  const named = shown ?? streams.slice(0, namedMax);
  return (
    <li className="grid gap-x-6 gap-y-2 border-b border-line px-4 py-3 last:border-b-0 rail:grid-cols-2">
      <div className="min-w-0">
        {streams.length > 1 && <p className="font-medium">{formatCount(streams.length)} streams</p>}
        <ul className="flex flex-wrap gap-x-3 gap-y-0.5 text-sm">
          {named.map((stream) => (
            <li key={stream.arn} title={stream.arn}>
              <AppLink to={go(streamPath(stream), whoQuery(cells))}>
                <AttackerText>{stream.name}</AttackerText>
              </AppLink>
            </li>
          ))}
          {named.length < streams.length && !shown && (
            <li>
              <AppLink to={all}>all {formatCount(streams.length)}</AppLink>
            </li>
          )}
        </ul>
      </div>
      <ul className="grid min-w-0 content-start gap-1.5 text-sm">
        {cells.map((cell) => (
          <li key={cell.duty} className="grid grid-cols-[18px_88px_minmax(0,1fr)] items-start gap-x-2">
            <DutyMark cell={cell} />
            <span className="font-medium">{dutyWords[cell.duty].name}</span>
            <Reasons cell={cell} policyOf={policyOf} go={go} />
          </li>
        ))}
      </ul>
    </li>
  );
}

/** Opens the first cell of a stream's matrix. */
function whoQuery([first]: readonly DutyCell[]) {
  return { tab: "who", ...(first && { principal: first.principal, duty: first.duty }) };
}

type ReasonsProps = Pick<ReachGroupPanelProps, "policyOf" | "go"> & { readonly cell: DutyCell };

/** `statement 1 of Managed policy x; if aws:SourceVpce`. */
function Reasons({ cell: { via, conditions, key }, policyOf, go }: ReasonsProps) {
  const ids = [...new Set(via.map(({ policy }) => policy))];
  return (
    <span className="min-w-0 text-muted">
      {ids.map((id, place) => (
        <span key={id}>
          {place > 0 && ", "}
          <DocumentLink
            id={id}
            pointers={via.filter(({ policy }) => policy === id)}
            policy={policyOf(id)}
            go={go}
          />
        </span>
      ))}
      {conditions !== undefined && (
        <>
          ; hangs on <AttackerText>{conditions.join(", ")}</AttackerText>
        </>
      )}
      {key === "denied" && "; blocked by the key"}
      {key === "unknown" && <span className="text-unknown">; key not read</span>}
    </span>
  );
}

interface DocumentLinkProps {
  readonly id: string;
  readonly pointers: readonly GrantPointer[];
  readonly policy: ReportPolicy | undefined;
  readonly go: Go;
}

function DocumentLink({ id, pointers, policy, go }: DocumentLinkProps) {
  if (!policy) return <AttackerText mono>{id}</AttackerText>;
  const indexes = pointers.flatMap(({ index }) => (index === undefined ? [] : [index]));
  return (
    <AppLink to={go("/policies/view", { id, statements: indexes.join(",") })}>
      <AttackerText>{policyTitle(policy)}</AttackerText>
      {indexes.length === 0
        ? ", which could not be read"
        : `, statement ${indexes.map((index) => index + 1).join(", ")}`}
    </AppLink>
  );
}
