import { roleTitles, type RoleView } from "@/components/roles/role-view";
import { AttackerText } from "@/components/ui/attacker-text";
import { CopyBlock } from "@/components/ui/copy-block";
import { Icon } from "@/components/ui/icon";
import { Panel } from "@/components/ui/panel";
import { countOf } from "@/lib/format/count-of";

interface RolePanelProps {
  readonly view: RoleView;
  readonly streams: readonly string[];
}

/** One policy with what it was held to; one that is not proven is not shown. */
export function RolePanel({ view, streams }: RolePanelProps) {
  const title = roleTitles[view.role] ?? view.role;
  return (
    <Panel title={title} level={3}>
      <div className="grid gap-3">
        <Proof view={view} streams={streams} />
        {view.notes.length + view.limits.length > 0 && (
          <ul className="grid gap-1 text-sm text-muted">
            {[...view.limits, ...view.notes].map((note) => (
              <li key={note}>
                <AttackerText>{note}</AttackerText>
              </li>
            ))}
          </ul>
        )}
        {view.document !== undefined && (
          <CopyBlock text={view.document} label={`Policy of the ${view.role}`} />
        )}
      </div>
    </Panel>
  );
}

function Proof({ view, streams }: RolePanelProps) {
  const { document, allows, conditions, otherStreams, problems, needsKeyStatements } = view;
  if (document === undefined)
    return (
      <div className="text-unknown">
        <p className="inline-flex items-center gap-1.5 font-medium">
          <Icon name="unknown" />
          Not proven, so it is not shown
        </p>
        <ul className="mt-1 grid gap-1">
          {problems.map((problem) => (
            <li key={problem}>
              <AttackerText>{problem}</AttackerText>
            </li>
          ))}
        </ul>
      </div>
    );
  return (
    <div>
      <p className="inline-flex items-center gap-1.5 font-medium text-pass">
        <Icon name="pass" />
        Proven
      </p>
      <p className="mt-1">
        It allows {allows.map((action) => action.replace("kinesis:", "")).join(", ")} on{" "}
        <AttackerText>{streams.join(", ")}</AttackerText>
        {conditions.length > 0 && `, depending on ${conditions.join(", ")}`}; no other duty, and nothing on{" "}
        {otherStreams === 0 ? "any other stream" : countOf(otherStreams, "other stream")}.
        {needsKeyStatements && " The statements for the key, below, have to stand in its policy first."}
      </p>
    </div>
  );
}
