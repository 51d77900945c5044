import { buildDemoAccount } from "./account/build-demo-account";
import { demoFaults } from "./account/demo-faults";
import { startWireServer, type WireServer } from "./wire/start-wire-server";

/** Serves the demo account on a free loopback port, with the calls that its scanning role is denied. */
export async function startDemoAccount(): Promise<WireServer> {
  const server = await startWireServer(buildDemoAccount());
  for (const fault of demoFaults) server.faults.add(fault);
  return server;
}
