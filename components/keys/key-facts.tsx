import type { Go } from "@/components/links";
import { ObservedValue } from "@/components/status/observed-value";
import { AppLink } from "@/components/ui/app-link";
import { AttackerText } from "@/components/ui/attacker-text";
import { CopyArn } from "@/components/ui/copy-arn";
import { Facts, type Fact } from "@/components/ui/facts";
import { formatUtc } from "@/lib/format/utc-time";
import { ofEarlier, type Earlier } from "@/lib/model/earlier";
import type { KeyMetadata } from "@/lib/model/kms-key";
import { policyId } from "@/lib/model/policy-id";
import type { ReportKey } from "@/lib/model/report";

interface KeyFactsProps {
  readonly reportKey: ReportKey;
  readonly earlier: Earlier<ReportKey> | undefined;
  readonly go: Go;
}

/** All that was read of a key. */
export function KeyFacts({ reportKey, earlier, go }: KeyFactsProps) {
  const { arn, aliasNames, accountId, region, metadata, rotation, policy } = reportKey;
  const facts: Fact[] = [
    { name: "ARN", value: <CopyArn text={arn} lengthMax={96} /> },
    {
      name: "Aliases",
      value: aliasNames.length === 0 ? "None" : <AttackerText mono>{aliasNames.join(", ")}</AttackerText>,
    },
    { name: "Account, Region", value: `${accountId}, ${region}` },
    ...metadataFacts(metadata, earlier),
    {
      name: "Rotation",
      value: (
        <ObservedValue of={rotation} earlier={ofEarlier(earlier, (was) => was.rotation)}>
          {rotationWords}
        </ObservedValue>
      ),
    },
    {
      name: "Key policy",
      value: (
        <ObservedValue of={policy} earlier={ofEarlier(earlier, (was) => was.policy)}>
          {() => (
            <AppLink to={go("/policies/view", { id: policyId.resource(arn) })}>Show the document</AppLink>
          )}
        </ObservedValue>
      ),
    },
  ];
  return <Facts facts={facts} />;
}

function metadataFacts(metadata: ReportKey["metadata"], earlier: Earlier<ReportKey> | undefined): Fact[] {
  if (!metadata.known) {
    const was = ofEarlier(earlier, (key) => key.metadata);
    const value = (
      <ObservedValue of={metadata} earlier={was}>
        {metadataWords}
      </ObservedValue>
    );
    return [{ name: "Metadata", value }];
  }
  if (!metadata.value) return [{ name: "State", value: "KMS says that there is no such key" }];
  const { manager, state, origin, spec, deletionAt, validTo, description } = metadata.value;
  return [
    { name: "Manager", value: <ObservedValue of={manager}>{managerWords}</ObservedValue> },
    { name: "State", value: <ObservedValue of={state}>{(value) => value}</ObservedValue> },
    { name: "Origin", value: <ObservedValue of={origin}>{(value) => value}</ObservedValue> },
    { name: "Spec", value: <ObservedValue of={spec}>{(value) => value}</ObservedValue> },
    ...(deletionAt === undefined ? [] : [{ name: "Deleted at", value: formatUtc(deletionAt) }]),
    ...(validTo === undefined ? [] : [{ name: "Material ends", value: formatUtc(validTo) }]),
    ...(description ? [{ name: "Description", value: <AttackerText>{description}</AttackerText> }] : []),
  ];
}

/** Whose a key is and whether it can be used, in a line. */
export function metadataWords(metadata: KeyMetadata | null): string {
  if (!metadata) return "KMS says that there is no such key";
  const { manager, state } = metadata;
  return [manager.known && managerWords(manager.value), state.known && state.value]
    .filter(Boolean)
    .join(", ");
}

export function managerWords(manager: "aws" | "customer"): string {
  return manager === "aws" ? "AWS managed" : "Customer managed";
}

export function rotationWords(rotation: { enabled: boolean; periodDays?: number } | null): string {
  if (!rotation) return "Does not exist for this kind of key";
  if (!rotation.enabled) return "Off";
  return rotation.periodDays === undefined ? "On" : `On, every ${rotation.periodDays} days`;
}
