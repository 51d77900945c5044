import type { Environment } from "@/lib/model/report";
import type { AuditSettings } from "@/lib/model/settings";
import type { Stream } from "@/lib/model/stream";

/** A stream's environment: what the account's setting says, else the first present tag. */
export function environmentOf(
  _stream: Pick<Stream, "accountId" | "tags">,
  _settings: AuditSettings,
): Environment {
  throw new Error("not built yet");
}
