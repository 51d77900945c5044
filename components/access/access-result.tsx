import type { ReactNode } from "react";
import { AccessFacts } from "@/components/access/access-facts";
import { accessSentence } from "@/components/access/access-groups";
import { AccessTable } from "@/components/access/access-table";
import { RecordHint } from "@/components/access/record-hint";
import type { CheckInfo } from "@/components/check-info";
import type { Go } from "@/components/links";
import { FailureNotice } from "@/components/scan/failure-notice";
import { CopyBlock } from "@/components/ui/copy-block";
import { Panel } from "@/components/ui/panel";
import { countOf } from "@/lib/format/count-of";
import type { AccessCheck, Preflight } from "@/lib/model/preflight";

interface AccessResultProps {
  readonly check: AccessCheck;
  readonly checks: readonly (Pick<CheckInfo, "id"> & { readonly actions: readonly string[] })[];
  readonly go: Go;
}

/** What a check of access came to. */
export function AccessResult({ check, checks, go }: AccessResultProps) {
  const { outcome } = check;
  return (
    <>
      {outcome.status === "failed" && (
        <FailureNotice failure={outcome.failure} label="Why access could not be checked" />
      )}
      <Panel title="Who asks, and whom">
        <AccessFacts check={check} />
      </Panel>
      {outcome.status === "checked" && (
        <>
          <Missing preflight={outcome.preflight} />
          <Panel title="Can it read records?">
            <RecordHint recordPolicies={outcome.preflight.recordPolicies} />
          </Panel>
          <Panel title="What a scan may read" aside={accessSentence(outcome.preflight.calls)} flush>
            <AccessTable calls={outcome.preflight.calls} checks={checks} go={go} />
          </Panel>
        </>
      )}
    </>
  );
}

function Missing({ preflight }: { readonly preflight: Preflight }) {
  const { missingActions, policyToAdd, calls } = preflight;
  const untried = calls.filter(({ access }) => access === "not-tried").length;
  const failed = calls.filter(({ access }) => access === "failed").length;
  return (
    <Panel
      title={
        policyToAdd
          ? `${countOf(missingActions.length, "permission")} to add`
          : "No permission is known to be missing"
      }
    >
      {policyToAdd ? (
        <>
          <p>
            Without {missingActions.length === 1 ? "it" : "them"} a scan runs, and what{" "}
            {missingActions.length === 1 ? "it" : "they"} would tell stays unknown. This policy allows what
            was denied and nothing else:
          </p>
          <div className="mt-3">
            <CopyBlock text={JSON.stringify(policyToAdd, undefined, 2)} label="Policy to add" />
          </div>
        </>
      ) : (
        <p>{nothingMissing(preflight)}</p>
      )}
      <Doubt untried={untried} failed={failed} />
    </Panel>
  );
}

function nothingMissing({ source }: Preflight): ReactNode {
  if (source.kind === "demo")
    return "The demo account denies on purpose what it denies; here it denied nothing.";
  if (source.kind === "endpoint") return "Nothing was denied. Emulators seldom deny anything.";
  return "Nothing was denied.";
}

/** What the check leaves open: an answer that did not come is no permission. */
function Doubt({ untried, failed }: { readonly untried: number; readonly failed: number }) {
  if (untried + failed === 0) return null;
  return (
    <p className="mt-3 text-muted">
      {failed > 0 && `${countOf(failed, "call")} failed for another reason. `}
      {untried > 0 && `${countOf(untried, "call")} had nothing to be tried on. `}
      Whether these are allowed is not known.
    </p>
  );
}
