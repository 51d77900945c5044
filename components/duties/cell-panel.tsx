import type { ReactNode } from "react";
import { cellSentence, isConditionKey, keySentence } from "@/components/duties/cell-words";
import { DutyMark } from "@/components/duties/duty-mark";
import { dutyWords } from "@/components/duties/duty-words";
import type { PrincipalFace } from "@/components/duties/principal-face";
import { RoleWays } from "@/components/duties/role-ways";
import type { ShownWay } from "@/components/duties/way";
import { WayDocument } from "@/components/duties/way-document";
import type { Go, Target } from "@/components/links";
import { AppLink, textLink } from "@/components/ui/app-link";
import { AttackerText } from "@/components/ui/attacker-text";
import { CopyArn } from "@/components/ui/copy-arn";
import type { DutyCell } from "@/lib/model/duty";
import type { ReportRoleReach } from "@/lib/model/role-reach";

interface CellPanelProps {
  readonly face: PrincipalFace;
  readonly cell: DutyCell;
  readonly way: ShownWay;
  /** Who can become the principal, where it is a role. */
  readonly reach?: ReportRoleReach | undefined;
  /** The page to try policies, with those of the principal. */
  readonly tryIt: Target;
  readonly go: Go;
}

/** One cell, opened: how the principal comes to the duty, on what it hangs, and what the key says. */
export function CellPanel({ face, cell, way, reach, tryIt, go }: CellPanelProps) {
  const key = keySentence(cell);
  return (
    <article aria-labelledby="cell-title" className="grid min-w-0 gap-4">
      <header>
        <p className="text-sm">
          <DutyMark cell={cell} withWord />
        </p>
        <h2 id="cell-title" className="mt-1 text-lg font-semibold">
          <AttackerText>{face.name}</AttackerText>: {dutyWords[cell.duty].name}
        </h2>
        <output className="mt-1 block">
          <AttackerText>{cellSentence(cell, face.name)}</AttackerText>
        </output>
        <p className="mt-1 flex flex-wrap items-baseline gap-x-4 text-sm">
          <CopyArn text={face.arn} />
          <AppLink to={go("/principals/view", { arn: face.arn })} className={largeLink}>
            All it can do
          </AppLink>
          <AppLink to={tryIt} className={largeLink}>
            Try it
          </AppLink>
        </p>
      </header>
      {reach && (
        <Part title="Who can become it">
          <RoleWays reach={reach} go={go} />
        </Part>
      )}
      <Part title="By which statements">
        {way.documents.map((step) => (
          <WayDocument key={step.view.policy.id} step={step} go={go} />
        ))}
        {way.absentIds.map((id) => (
          <p key={id} className="text-unknown">
            Could not be read: <AttackerText mono>{id}</AttackerText>
          </p>
        ))}
      </Part>
      <Conditions cell={cell} />
      {way.limits.length > 0 && (
        <Part title="What can refuse it">
          {way.limits.map((step) => (
            <WayDocument key={step.view.policy.id} step={step} go={go} />
          ))}
        </Part>
      )}
      {key !== undefined && (
        <Part title="The key">
          <p className={cell.key === "unknown" ? "text-unknown" : ""}>{key}</p>
        </Part>
      )}
    </article>
  );
}

/** Links side by side need room to be hit. */
const largeLink = `${textLink} inline-flex min-h-[24px] items-center`;

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="grid min-w-0 gap-2">
      <h3 className="font-semibold">{title}</h3>
      {children}
    </section>
  );
}

function Conditions({ cell: { conditions } }: Pick<CellPanelProps, "cell">) {
  if (conditions === undefined || conditions.length === 0) return null;
  return (
    <Part title="What it hangs on">
      <ul className="grid gap-1">
        {conditions.map((condition) => (
          <li key={condition}>
            {isConditionKey(condition) ? (
              <>
                <code>{condition}</code> <span className="text-muted">of the request</span>
              </>
            ) : (
              <AttackerText>{condition}</AttackerText>
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
}
