import type { RegionFacts } from "../account-facts";
import { buildService, noWorkloads } from "./build-workloads";
import { accountId, euWest1 } from "./identifiers";
import { subnetIds } from "./network-ids";

const cluster = `arn:aws:ecs:${euWest1}:${accountId}:cluster/payments`;
const facts = {
  region: euWest1,
  cluster: "payments",
  path: "/payments/",
  subnetIds: [subnetIds.paymentsA, subnetIds.paymentsB],
};

/** All in the VPC with the endpoint. */
export function euWorkloads(): Pick<RegionFacts, "pipes" | "workloads" | "events"> {
  const services = [
    buildService({ ...facts, name: "ledger-writer", role: "payments-ledger-producer" }),
    buildService({ ...facts, name: "ledger-reader", role: "payments-ledger-consumer" }),
    buildService({ ...facts, name: "customer-profiles", role: "customer-profile-writer", path: "/" }),
  ];
  return {
    pipes: [],
    workloads: {
      ...noWorkloads(),
      ecsServices: { [cluster]: services.map(({ service }) => service) },
      taskDefinitions: services.map(({ taskDefinition }) => taskDefinition),
    },
    events: [],
  };
}
