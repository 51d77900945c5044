import { actionsBehind } from "@/lib/model/part-actions";
import { checks } from "@/lib/checks/registry";
import {
  checksSection,
  type Layers,
  layersSection,
  policySection,
  replaceSection,
} from "@/lib/docs/readme-sections";
import { buildScanPolicy } from "@/lib/scan/scan-policy";

/** The README with its generated sections as the code has them now. */
export function refreshReadme(readme: string, layers: Layers): string {
  const sections = {
    policy: policySection(buildScanPolicy()),
    checks: checksSection(checks, (check) => actionsBehind(check.reads)),
    layers: layersSection(layers),
  };
  return Object.entries(sections).reduce(
    (text, [name, content]) => replaceSection(text, name, content),
    readme,
  );
}
