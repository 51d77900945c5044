import { exportPath, type Query } from "@/components/links";
import { quietButton } from "@/components/ui/button-classes";
import { Icon } from "@/components/ui/icon";

interface ExportLinksProps {
  readonly scanId: string;
  /** The filters of the page: what is exported is what is shown. */
  readonly query: Query;
}

/** Downloads of what is on the page. */
export function ExportLinks({ scanId, query }: ExportLinksProps) {
  return (
    <>
      {(["json", "csv"] as const).map((format) => (
        <a key={format} download href={exportPath(scanId, format, query)} className={quietButton}>
          <Icon name="download" />
          {format.toUpperCase()}
          <span className="sr-only">export</span>
        </a>
      ))}
    </>
  );
}
