import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { RegionFacts } from "@/lib/demo/account-facts";
import { startWireServer, type WireServer } from "@/lib/demo/wire/start-wire-server";
import { accountId, buildTestAccount, streamArn } from "@/lib/demo/wire/test-account";
import {
  testDeliveryStreams,
  testEventDataStores,
  testEventRules,
  testTrails,
} from "@/lib/demo/wire/test-logging";
import type { Observed } from "@/lib/model/observed";
import type { RegionSnapshot } from "@/lib/model/snapshot";
import { scanWith } from "@/lib/scan/test-changed-account";
import { gapsIn, given } from "@/lib/scan/test-scan";

const place = `eu-central-1:${accountId}`;
let server: WireServer;

beforeAll(async () => {
  server = await startWireServer(buildTestAccount());
});
afterEach(() => server.faults.clear());
afterAll(() => server.close());

async function read(region: Partial<RegionFacts> = {}): Promise<RegionSnapshot> {
  return (await scanWith(server, { region })).region;
}

function value<T>(observed: Observed<T>): T {
  if (!observed.known) throw new TypeError(observed.gap.message);
  return observed.value;
}

describe("trails", () => {
  const management = { field: "eventCategory", equals: ["Management"] };

  it("are the Region's own and those of elsewhere that cover it, with what they log", async () => {
    const { trails } = await read();
    expect(value(trails)).toMatchObject([
      {
        arn: `arn:aws:cloudtrail:${place}:trail/own`,
        name: "own",
        homeRegion: { value: "eu-central-1" },
        multiRegion: { value: false },
        ofOrganization: { value: false },
        logFileValidation: { value: true },
        logging: { value: true },
        selectors: {
          value: {
            basic: [
              { readWrite: "WriteOnly", managementEvents: true, excludedSources: ["kms.amazonaws.com"] },
            ],
            advanced: [],
          },
        },
      },
      {
        arn: "arn:aws:cloudtrail:us-east-1:444455556666:trail/all",
        multiRegion: { value: true },
        ofOrganization: { value: true },
        logFileValidation: { value: false },
        logging: { value: false },
        selectors: {
          value: {
            basic: [],
            advanced: [{ fields: [management, { field: "readOnly", notEquals: ["true"] }] }],
          },
        },
      },
    ]);
  });

  it("do not become single-Region or unvalidated by a member that is missing", async () => {
    const [own] = testTrails;
    const { Name, TrailARN } = given(own, "trail").trail;
    const { trails } = await read({ trails: [{ ...given(own, "trail"), trail: { Name, TrailARN } }] });
    const [trail] = value(trails);
    expect(gapsIn(trail).map(({ reason, resource }) => [reason, resource])).toEqual(
      Array.from({ length: 4 }, () => ["empty", TrailARN]),
    );
  });

  it.each([
    { selectors: {}, reason: "malformed" },
    {
      selectors: {
        EventSelectors: [{ ReadWriteType: "All" as const, IncludeManagementEvents: true }],
        AdvancedEventSelectors: [{ FieldSelectors: [{ Field: "eventCategory", Equals: ["Data"] }] }],
      },
      reason: "malformed",
    },
    { selectors: { AdvancedEventSelectors: [{ FieldSelectors: [] }] }, reason: "malformed" },
  ])("log nobody knows what by $selectors", async ({ selectors, reason }) => {
    const { trails } = await read({ trails: [{ ...given(testTrails[0], "trail"), selectors }] });
    expect(value(trails)).toMatchObject([{ logging: { known: true }, selectors: { gap: { reason } } }]);
  });

  it("log nothing when both kinds of selectors are empty", async () => {
    const selectors = { EventSelectors: [] };
    const { trails } = await read({ trails: [{ ...given(testTrails[0], "trail"), selectors }] });
    expect(value(trails)).toMatchObject([{ selectors: { value: { basic: [], advanced: [] } } }]);
  });
});

describe("event data stores", () => {
  it("are read one by one, for the list names them alone", async () => {
    expect(value((await read()).eventDataStores)).toMatchObject([
      {
        arn: testEventDataStores[0]?.EventDataStoreArn,
        name: "lake",
        status: { value: "ENABLED" },
        multiRegion: { value: true },
        ofOrganization: { value: false },
        selectors: { value: [{ fields: [{ field: "eventCategory", equals: ["Management"] }] }] },
      },
    ]);
  });

  it("are not known from the answer about another", async () => {
    const body = JSON.stringify({ ...testEventDataStores[0], EventDataStoreArn: "arn:other" });
    server.faults.add({ operation: "cloudtrail:GetEventDataStore", kind: "raw-body", body });
    expect(value((await read()).eventDataStores)).toMatchObject([
      { status: { gap: { reason: "malformed" } } },
    ]);
  });
});

describe("rules of the event bus", () => {
  it("are those that wait for events, with the ARNs of their targets and nothing of their inputs", async () => {
    const { eventRules } = await read();
    expect(value(eventRules)).toMatchObject([
      {
        arn: `arn:aws:events:${place}:rule/alarm`,
        name: "alarm",
        state: "ENABLED",
        pattern: '{"source":["aws.kinesis"]}',
        targetArns: { value: [`arn:aws:sns:${place}:a`, `arn:aws:sqs:${place}:b`] },
      },
      { name: "off", state: "DISABLED", targetArns: { value: [] } },
    ]);
    expect(JSON.stringify(eventRules)).not.toContain("hunter2");
  });

  it("are read over all pages", async () => {
    const [alarm] = testEventRules;
    const rules = Array.from({ length: 150 }, (_, index) => {
      const { rule, targets } = given(alarm, "rule");
      return { rule: { ...rule, Arn: `arn:${1000 + index}`, Name: `rule-${index}` }, targets };
    });
    expect(value((await read({ eventRules: rules })).eventRules)).toHaveLength(150);
  });
});

describe("delivery streams", () => {
  it("are those that read a data stream, with where they deliver to and no key of a URL", async () => {
    const { deliveryStreams } = await read();
    const common = {
      status: { value: "ACTIVE" },
      streamArn: { value: streamArn("payments") },
      roleArn: { value: `arn:aws:iam::${accountId}:role/deliver` },
    };
    expect(value(deliveryStreams)).toMatchObject([
      {
        ...common,
        arn: `arn:aws:firehose:${place}:deliverystream/to-lake`,
        destinations: { value: [{ kind: "s3", arns: ["arn:aws:s3:::lake"], hosts: [] }] },
      },
      {
        ...common,
        name: "to-vendor",
        destinations: {
          value: [{ kind: "http", arns: ["arn:aws:s3:::lake"], hosts: ["in.vendor.example"] }],
        },
      },
    ]);
    expect(JSON.stringify(deliveryStreams)).not.toContain("hunter2");
  });

  it.each([
    {
      destination: { RedshiftDestinationDescription: { ClusterJDBCURL: "jdbc:redshift://h.example:5439/d" } },
      found: { kind: "redshift", hosts: ["h.example"] },
    },
    {
      destination: { SplunkDestinationDescription: { HECEndpoint: "https://h.example:8088" } },
      found: { kind: "splunk", hosts: ["h.example"] },
    },
    {
      destination: { SnowflakeDestinationDescription: { AccountUrl: "x.snowflakecomputing.com" } },
      found: { kind: "snowflake", hosts: ["x.snowflakecomputing.com"] },
    },
    {
      destination: { AmazonopensearchserviceDestinationDescription: { DomainARN: "arn:aws:es:::domain/d" } },
      found: { kind: "opensearch", arns: ["arn:aws:es:::domain/d"] },
    },
    { destination: { NewDestinationDescription: {} }, found: { kind: "unknown", arns: [], hosts: [] } },
  ])("deliver to $found.kind", async ({ destination, found }) => {
    const description = {
      ...testDeliveryStreams[0],
      Destinations: [{ DestinationId: "1", ...destination }],
    };
    const body = JSON.stringify({ DeliveryStreamDescription: description });
    const match = "to-lake";
    server.faults.add({ operation: "firehose:DescribeDeliveryStream", kind: "raw-body", body, match });
    const [delivery] = value((await read()).deliveryStreams);
    expect(delivery?.destinations).toMatchObject({ value: [found] });
  });

  it("are read over all pages, by the last name", async () => {
    const [first] = testDeliveryStreams;
    const many = Array.from({ length: 120 }, (_, index) => {
      const name = `d-${1000 + index}`;
      const DeliveryStreamARN = `arn:aws:firehose:${place}:deliverystream/${name}`;
      return { ...given(first, "delivery"), DeliveryStreamName: name, DeliveryStreamARN };
    });
    const names = value((await read({ deliveryStreams: many })).deliveryStreams).map(({ name }) => name);
    expect(names).toEqual(many.map(({ DeliveryStreamName }) => DeliveryStreamName));
  });

  it("are not known from a list that never ends", async () => {
    const body = JSON.stringify({ DeliveryStreamNames: ["a"], HasMoreDeliveryStreams: true });
    server.faults.add({ operation: "firehose:ListDeliveryStreams", kind: "raw-body", body });
    expect((await read()).deliveryStreams).toMatchObject({ gap: { reason: "malformed" } });
  });
});
