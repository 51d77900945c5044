import { LastKnown } from "@/components/status/last-known";
import { NotRead } from "@/components/status/observed-value";
import { AttackerText } from "@/components/ui/attacker-text";
import { shortenArn } from "@/lib/format/shorten-arn";
import type { Earlier } from "@/lib/model/earlier";
import type { ReportKey, StreamFacts } from "@/lib/model/report";

interface EncryptionCellProps {
  readonly facts: Pick<StreamFacts, "encryption" | "keyArn">;
  readonly keys: readonly ReportKey[];
  readonly earlier?: Earlier<Omit<EncryptionCellProps, "earlier">> | undefined;
}

/** What records are encrypted with, in words, and the name of the key. */
export function EncryptionCell({ facts: { encryption, keyArn }, keys, earlier }: EncryptionCellProps) {
  if (!encryption.known)
    return (
      <>
        <NotRead gap={encryption.gap} brief />
        {earlier?.value.facts.encryption.known && (
          <LastKnown scan={earlier.scan}>
            <EncryptionCell {...earlier.value} />
          </LastKnown>
        )}
      </>
    );
  if (encryption.value.type === "none") return <span>Not encrypted</span>;
  const key = keys.find(({ arn }) => arn === keyArn);
  const name = key?.aliasNames[0] ?? encryption.value.keyReference;
  return (
    <span>
      {managerWords(encryption.value.keyReference, key)}
      <span className="block text-muted">
        <AttackerText mono>{shortenArn(name, 36)}</AttackerText>
      </span>
    </span>
  );
}

function managerWords(reference: string, key: ReportKey | undefined): string {
  // `alias/aws/` is reserved to AWS, whatever key is behind it.
  if (/(^|:)alias\/aws\//.test(reference)) return "KMS, AWS managed key";
  const manager = key?.metadata.known ? key.metadata.value?.manager : undefined;
  if (!manager?.known) return "KMS, key not read";
  return manager.value === "aws" ? "KMS, AWS managed key" : "KMS, customer key";
}
