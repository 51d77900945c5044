import { titleOf, type CheckInfo } from "@/components/check-info";
import { Panel } from "@/components/ui/panel";
import { countOf } from "@/lib/format/count-of";
import type { ReactNode } from "react";

interface FindingGroupPanelProps {
  readonly checkId: string;
  readonly checks: readonly CheckInfo[];
  readonly count: number;
  readonly children: ReactNode;
}

/** The findings of one check. */
export function FindingGroupPanel({ checkId, checks, count, children }: FindingGroupPanelProps) {
  const extended = checks.find(({ id }) => id === checkId)?.set === "extended";
  return (
    <Panel
      title={titleOf(checks, checkId)}
      flush
      aside={
        <>
          <span className="font-mono">{checkId}</span>
          {extended && " · extended"} · {countOf(count, "finding")}
        </>
      }
    >
      <ul>{children}</ul>
    </Panel>
  );
}
