import { Icon } from "@/components/ui/icon";
import type { IconName } from "@/components/ui/icon-sprite";
import { scanStatusWords } from "@/lib/format/words";
import type { ScanStatus } from "@/lib/model/scan";

const look: Readonly<Record<ScanStatus, { icon: IconName; ink: string }>> = {
  running: { icon: "scans", ink: "text-accent" },
  finished: { icon: "pass", ink: "text-pass" },
  failed: { icon: "critical", ink: "text-critical" },
  cancelled: { icon: "close", ink: "text-muted" },
  interrupted: { icon: "waived", ink: "text-muted" },
};

export function ScanStatusMark({ status }: { readonly status: ScanStatus }) {
  const { icon, ink } = look[status];
  return (
    <span className={`inline-flex items-center gap-1.5 font-medium whitespace-nowrap ${ink}`}>
      <Icon name={icon} />
      {scanStatusWords[status]}
    </span>
  );
}
