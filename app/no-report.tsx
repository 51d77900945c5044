import { Welcome } from "@/components/scan/welcome";
import { loadConnection } from "@/lib/server/connection";
import { loadScans } from "@/lib/server/scans";
import { loadSource } from "@/lib/server/source";

/** In place of a page that shows a report, before there is one. */
export async function NoReport() {
  const [scans, source, connection] = await Promise.all([loadScans(), loadSource(), loadConnection()]);
  return <Welcome newest={scans[0]} source={source} connection={connection} />;
}
