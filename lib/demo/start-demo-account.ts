import { buildDemoAccount } from "./account/build-demo-account";
import { demoFaults } from "./account/demo-faults";
import { startWireServer, type WireServer, type WireServerOptions } from "./wire/start-wire-server";

/** Serves the demo account on a free loopback port, with the calls that its scanning role is denied. */
export async function startDemoAccount(options: Pick<WireServerOptions, "now"> = {}): Promise<WireServer> {
  const server = await startWireServer(buildDemoAccount(), options);
  for (const fault of demoFaults) server.faults.add(fault);
  return server;
}
