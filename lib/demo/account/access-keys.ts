import type { AccessKeyFacts, IamFacts } from "../account-facts";
import { at } from "./identifiers";

interface DemoAccessKey {
  readonly id: string;
  readonly createdOn: string;
  readonly status?: "Inactive";
  readonly lastUsed?: { readonly on: string; readonly service: string; readonly region: string };
}

/** By user: old and in use, never used, forgotten, switched off, and as it should be while there has to be one. */
export function demoAccessKeys(): IamFacts["accessKeys"] {
  return {
    "maria.keller": [
      buildAccessKey({
        id: "AKIAMARIAKEL1EXAMPLE",
        createdOn: "2020-01-15",
        status: "Inactive",
        lastUsed: { on: "2021-06-01", service: "iam", region: "us-east-1" },
      }),
    ],
    "svc-orders-producer": [
      buildAccessKey({
        id: "AKIAORDERS202EXAMPLE",
        createdOn: "2020-09-28",
        lastUsed: { on: "2026-11-18", service: "kinesis", region: "us-east-1" },
      }),
    ],
    "svc-iot-gateway": [
      buildAccessKey({
        id: "AKIAIOTGATEW1EXAMPLE",
        createdOn: "2019-05-20",
        lastUsed: { on: "2024-02-06", service: "kinesis", region: "us-east-1" },
      }),
      buildAccessKey({ id: "AKIAIOTGATEW2EXAMPLE", createdOn: "2024-02-07" }),
    ],
    "svc-partner-upload": [buildAccessKey({ id: "AKIAPARTNERUPEXAMPLE", createdOn: "2023-08-14" })],
    "lena.fischer": [
      buildAccessKey({
        id: "AKIALENAFISC1EXAMPLE",
        createdOn: "2026-10-12",
        lastUsed: { on: "2026-11-20", service: "sts", region: "us-east-1" },
      }),
    ],
    "raj.patel": [
      buildAccessKey({
        id: "AKIARAJPATEL1EXAMPLE",
        createdOn: "2023-03-06",
        status: "Inactive",
        lastUsed: { on: "2023-09-29", service: "kinesis", region: "eu-west-1" },
      }),
    ],
  };
}

function buildAccessKey({ id, createdOn, status, lastUsed }: DemoAccessKey): AccessKeyFacts {
  return {
    metadata: { AccessKeyId: id, Status: status ?? "Active", CreateDate: at(createdOn) },
    ...(lastUsed && {
      lastUsed: { LastUsedDate: at(lastUsed.on), ServiceName: lastUsed.service, Region: lastUsed.region },
    }),
  };
}
