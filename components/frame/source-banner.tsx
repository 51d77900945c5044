import { linksFor } from "@/components/links";
import { AppLink } from "@/components/ui/app-link";
import type { SnapshotSource } from "@/lib/model/snapshot";

/** Says, on every page, that what is shown is not an AWS account, and that a way to it is not encrypted. */
export function SourceBanner({ source }: { readonly source: SnapshotSource }) {
  if (source.kind === "aws") return null;
  const { kind, endpoint } = source;
  const plainHttp = kind === "endpoint" && endpoint !== undefined && endpoint.startsWith("http:");
  return (
    <div
      role="note"
      aria-label="Source of the data"
      className="border-b border-line bg-highlight px-4 py-1.5 text-sm"
    >
      {kind === "demo" ? (
        <>
          <strong className="font-semibold">DEMO DATA</strong> — a built-in sample account, scanned over the
          same code as AWS.{" "}
          <span className="screen-only">
            <AppLink to={linksFor(undefined)("/connect")}>Connect your own</AppLink>
          </span>
        </>
      ) : (
        <>
          <strong className="font-semibold">EMULATOR</strong>{" "}
          <bdi>
            <code>{endpoint ?? "AWS_ENDPOINT_URL_<SERVICE>"}</code>
          </bdi>{" "}
          — what it answers need not be what AWS would.
        </>
      )}
      {plainHttp && (
        <strong className="ms-1 font-semibold text-critical">
          Plain http: nothing on the way to it is encrypted.
        </strong>
      )}
    </div>
  );
}
