import { connectionFacts } from "@/components/scan/connection-facts";
import { SourceWords } from "@/components/scan/scan-table";
import { CopyArn } from "@/components/ui/copy-arn";
import { Facts, type Fact } from "@/components/ui/facts";
import { emulatorWords } from "@/lib/format/words";
import type { AccessCheck, Preflight } from "@/lib/model/preflight";

/** Who asks, and whom. */
export function AccessFacts({ check }: { readonly check: AccessCheck }) {
  const { outcome } = check;
  const found = outcome.status === "checked" ? outcome.preflight : undefined;
  return (
    <Facts
      layout="wide"
      facts={[
        { name: "Points at", value: <SourceWords source={found?.source ?? check.source} /> },
        ...(found ? foundFacts(found) : []),
        ...connectionFacts(check.connection),
      ]}
    />
  );
}

function foundFacts({ source, emulator, accountId, identityArn, region }: Preflight): Fact[] {
  return [
    ...(source.kind === "endpoint"
      ? [
          {
            name: "Seems to be",
            value: emulator === undefined ? "an emulator that does not say which" : emulatorWords[emulator],
          },
        ]
      : []),
    { name: "Account", value: accountId },
    { name: "Identity", value: <CopyArn text={identityArn} lengthMax={44} /> },
    { name: "Tried in", value: region },
  ];
}
