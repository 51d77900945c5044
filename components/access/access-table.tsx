import { AccessMark } from "@/components/access/access-mark";
import { sortCalls } from "@/components/access/access-groups";
import type { CheckInfo } from "@/components/check-info";
import type { Go } from "@/components/links";
import { AppLink } from "@/components/ui/app-link";
import { AttackerText } from "@/components/ui/attacker-text";
import type { CallAccess } from "@/lib/model/preflight";

interface AccessTableProps {
  readonly calls: readonly CallAccess[];
  readonly checks: readonly (Pick<CheckInfo, "id"> & { readonly actions: readonly string[] })[];
  readonly go: Go;
}

/** One row a call: what came of it, and which checks rest on it. */
export function AccessTable({ calls, checks, go }: AccessTableProps) {
  return (
    <table className="rows">
      <caption className="sr-only">What a scan may read</caption>
      <thead>
        <tr>
          <th scope="col">Call</th>
          <th scope="col">Result</th>
          <th scope="col">What came back</th>
          <th scope="col">Checks that rest on it</th>
        </tr>
      </thead>
      <tbody>
        {sortCalls(calls).map(({ action, access, detail }) => (
          <tr key={action}>
            <th scope="row" className="rail:whitespace-nowrap">
              <code className="rail:[overflow-wrap:normal]">{action}</code>
            </th>
            <td>
              <AccessMark access={access} />
            </td>
            <td className="text-muted wide:max-w-[56ch]">
              {detail === undefined ? (
                <span className="max-rail:hidden">—</span>
              ) : (
                <AttackerText>{detail}</AttackerText>
              )}
            </td>
            <td className="wide-only">
              <RestingChecks ids={idsOn(action, checks)} go={go} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function idsOn(action: string, checks: AccessTableProps["checks"]): readonly string[] {
  return checks.filter(({ actions }) => actions.includes(action)).map(({ id }) => id);
}

function RestingChecks({ ids, go }: { readonly ids: readonly string[]; readonly go: Go }) {
  if (ids.length === 0) return <span className="text-muted">none</span>;
  return (
    <span className="flex max-w-[36ch] flex-wrap gap-x-2">
      {ids.map((id) => (
        <AppLink
          key={id}
          to={go("/checklist", {}, id)}
          className="inline-block leading-[24px] whitespace-nowrap text-accent hover:underline"
        >
          {id}
        </AppLink>
      ))}
    </span>
  );
}
