import { connectionFacts } from "@/components/scan/connection-facts";
import { ForgetButton } from "@/components/scan/forget-button";
import { Facts } from "@/components/ui/facts";
import { Panel } from "@/components/ui/panel";
import type { Connection } from "@/lib/model/connection";

/** What is kept of how the account was last reached, whole, and the way to be rid of it. */
export function Remembered({ connection }: { readonly connection: Connection }) {
  return (
    <Panel title="Remembered" aside={<ForgetButton />}>
      <Facts facts={connectionFacts(connection)} />
      <p className="mt-3 text-sm text-muted">
        Names and ids, and no credentials. A scan keeps those that it was made with until it is deleted.
      </p>
    </Panel>
  );
}
