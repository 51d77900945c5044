import type { Go } from "@/components/links";
import { managerWords, rotationWords } from "@/components/keys/key-facts";
import { NotRead, ObservedValue } from "@/components/status/observed-value";
import { AppLink } from "@/components/ui/app-link";
import { AttackerText } from "@/components/ui/attacker-text";
import { CopyArn } from "@/components/ui/copy-arn";
import { countOf } from "@/lib/format/count-of";
import { policyId } from "@/lib/model/policy-id";
import type { ReportKey } from "@/lib/model/report";

interface KeyTableProps {
  readonly keys: readonly ReportKey[];
  readonly go: Go;
}

/** One row a KMS key that a stream is encrypted with. */
export function KeyTable({ keys, go }: KeyTableProps) {
  return (
    <table className="rows">
      <caption className="sr-only">KMS keys</caption>
      <thead>
        <tr>
          <th scope="col">Key</th>
          <th scope="col">Manager</th>
          <th scope="col">State</th>
          <th scope="col">Rotation</th>
          <th scope="col">Policy</th>
          <th scope="col">Streams</th>
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => (
          <tr key={key.arn}>
            <th scope="row">
              <AttackerText mono>{key.aliasNames[0] ?? key.keyId}</AttackerText>
              <span className="block font-normal text-muted">
                <CopyArn text={key.arn} lengthMax={44} />
              </span>
            </th>
            <MetadataCells metadata={key.metadata} />
            <td className="wide-only">
              <ObservedValue of={key.rotation} brief>
                {rotationWords}
              </ObservedValue>
            </td>
            <td className="wide-only">
              <ObservedValue of={key.policy} brief>
                {() => <AppLink to={go("/policies/view", { id: policyId.resource(key.arn) })}>Show</AppLink>}
              </ObservedValue>
            </td>
            <td className="wide-only whitespace-nowrap">
              <AppLink
                to={go("/streams", { q: key.streamArns.length === 1 ? key.streamArns[0] : undefined })}
              >
                {countOf(key.streamArns.length, "stream")}
              </AppLink>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function MetadataCells({ metadata }: Pick<ReportKey, "metadata">) {
  if (!metadata.known)
    return (
      <td colSpan={2}>
        <NotRead gap={metadata.gap} brief />
      </td>
    );
  if (!metadata.value) return <td colSpan={2}>KMS says that there is no such key</td>;
  return (
    <>
      <td data-label="Manager">
        <ObservedValue of={metadata.value.manager} brief>
          {managerWords}
        </ObservedValue>
      </td>
      <td data-label="State">
        <ObservedValue of={metadata.value.state} brief>
          {(state) => state}
        </ObservedValue>
      </td>
    </>
  );
}
