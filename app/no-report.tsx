import { Welcome } from "@/components/scan/welcome";
import { loadScans } from "@/lib/server/scans";
import { loadSource } from "@/lib/server/source";

/** In place of a page that shows a report, before there is one. */
export async function NoReport() {
  const [scans, source] = await Promise.all([loadScans(), loadSource()]);
  return <Welcome newest={scans[0]} source={source} />;
}
