import { Icon } from "@/components/ui/icon";
import type { IconName } from "@/components/ui/icon-sprite";
import { accessWords } from "@/lib/format/words";
import type { CallAccess } from "@/lib/model/preflight";

const look: Readonly<Record<CallAccess["access"], { icon: IconName; ink: string }>> = {
  allowed: { icon: "pass", ink: "text-pass" },
  denied: { icon: "critical", ink: "text-critical" },
  failed: { icon: "high", ink: "text-high" },
  "not-implemented": { icon: "not-applicable", ink: "text-muted" },
  "not-tried": { icon: "unknown", ink: "text-unknown" },
};

/** What came of a call: icon, word and colour. */
export function AccessMark({ access }: Pick<CallAccess, "access">) {
  const { icon, ink } = look[access];
  return (
    <span className={`inline-flex items-center gap-1.5 font-medium whitespace-nowrap ${ink}`}>
      <Icon name={icon} />
      {accessWords[access]}
    </span>
  );
}
