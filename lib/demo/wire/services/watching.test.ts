import {
  DescribeTrailsCommand,
  GetEventDataStoreCommand,
  GetEventSelectorsCommand,
  GetTrailStatusCommand,
  ListEventDataStoresCommand,
} from "@aws-sdk/client-cloudtrail";
import { ListRulesCommand, ListTargetsByRuleCommand } from "@aws-sdk/client-eventbridge";
import { DescribeDeliveryStreamCommand, ListDeliveryStreamsCommand } from "@aws-sdk/client-firehose";
import { describe, expect, it } from "vitest";
import { buildTestAccount } from "../test-account";
import { answered, errorName, useWireServer } from "../test-clients";
import { testDeliveryStreams, testEventDataStores, testEventRules, testTrails } from "../test-logging";

const wire = useWireServer(buildTestAccount());
const [own, shadow] = testTrails.map(({ trail }) => trail);

describe("cloudtrail", () => {
  const client = () => wire.clients.cloudtrail;

  it("describes the Region's trails, with those of elsewhere unless told not to", async () => {
    const describeAll = async (input: object) =>
      (await client().send(new DescribeTrailsCommand(input))).trailList;
    expect(await describeAll({})).toEqual([own, shadow]);
    expect(await describeAll({ includeShadowTrails: false })).toEqual([own]);
    expect(await describeAll({ trailNameList: ["all"] })).toEqual([shadow]);
  });

  it("tells of a trail by name or ARN, and of one of elsewhere by ARN alone", async () => {
    const status = async (Name: string | undefined) =>
      (await client().send(new GetTrailStatusCommand({ Name }))).IsLogging;
    expect(await status("own")).toBe(true);
    expect(await status(shadow?.TrailARN)).toBe(false);
    expect(await errorName(status("all"))).toBe("TrailNotFoundException");
    expect(await errorName(status(""))).toBe("InvalidTrailNameException");
    for (const { trail, selectors } of testTrails) {
      const command = new GetEventSelectorsCommand({ TrailName: trail.TrailARN });
      expect(answered(await client().send(command))).toEqual({ TrailARN: trail.TrailARN, ...selectors });
    }
  });

  it("lists event data stores by name alone, and gets each whole", async () => {
    const [store] = testEventDataStores;
    const { EventDataStoreArn: EventDataStore, Name } = store!;
    expect(answered(await client().send(new ListEventDataStoresCommand({})))).toEqual({
      EventDataStores: [{ EventDataStoreArn: EventDataStore, Name }],
    });
    expect(answered(await client().send(new GetEventDataStoreCommand({ EventDataStore })))).toEqual(store);
    const none = client().send(new GetEventDataStoreCommand({ EventDataStore: "0f9e8d7c" }));
    expect(await errorName(none)).toBe("EventDataStoreNotFoundException");
    const tooMany = client().send(new ListEventDataStoresCommand({ MaxResults: 1001 }));
    expect(await errorName(tooMany)).toBe("InvalidMaxResultsException");
    const garbage = client().send(new ListEventDataStoresCommand({ NextToken: "garbage" }));
    expect(await errorName(garbage)).toBe("InvalidNextTokenException");
  });
});

describe("events", () => {
  const list = async (input: object) =>
    answered(await wire.clients.eventbridge.send(new ListRulesCommand(input)));
  const targets = async (input: { Rule: string; Limit?: number; NextToken?: string | undefined }) =>
    answered(await wire.clients.eventbridge.send(new ListTargetsByRuleCommand(input)));

  it("lists the rules of the default bus, page by page", async () => {
    const rules = testEventRules.map(({ rule }) => rule);
    expect(await list({ EventBusName: "default" })).toEqual({ Rules: rules });
    const first = await list({ Limit: 2 });
    expect(first.Rules).toEqual(rules.slice(0, 2));
    expect(await list({ Limit: 2, NextToken: first.NextToken })).toEqual({ Rules: rules.slice(2) });
    expect(await list({ NamePrefix: "ti" })).toEqual({ Rules: rules.slice(2) });
    expect(await errorName(list({ Limit: 101 }))).toBe("ValidationException");
    expect(await errorName(list({ EventBusName: "other" }))).toBe("ResourceNotFoundException");
  });

  it("lists the targets of a rule, page by page", async () => {
    const [alarm] = testEventRules;
    const first = await targets({ Rule: "alarm", Limit: 1 });
    expect(first.Targets).toEqual(alarm?.targets.slice(0, 1));
    const last = await targets({ Rule: "alarm", NextToken: first.NextToken });
    expect(last).toEqual({ Targets: alarm?.targets.slice(1) });
    expect(await errorName(targets({ Rule: "none" }))).toBe("ResourceNotFoundException");
  });
});

describe("firehose", () => {
  const list = async (input: object) =>
    answered(await wire.clients.firehose.send(new ListDeliveryStreamsCommand(input)));

  it("lists names after a name, of one source or of all", async () => {
    expect(await list({})).toEqual({
      DeliveryStreamNames: ["put-by-others", "to-lake", "to-vendor"],
      HasMoreDeliveryStreams: false,
    });
    const DeliveryStreamType = "KinesisStreamAsSource";
    expect(await list({ DeliveryStreamType, Limit: 1 })).toEqual({
      DeliveryStreamNames: ["to-lake"],
      HasMoreDeliveryStreams: true,
    });
    expect(await list({ DeliveryStreamType, ExclusiveStartDeliveryStreamName: "to-lake" })).toEqual({
      DeliveryStreamNames: ["to-vendor"],
      HasMoreDeliveryStreams: false,
    });
    expect(await errorName(list({ Limit: 0 }))).toBe("ValidationException");
  });

  it("describes each whole, and none that is not there", async () => {
    for (const delivery of testDeliveryStreams) {
      const command = new DescribeDeliveryStreamCommand({ DeliveryStreamName: delivery.DeliveryStreamName });
      expect(answered(await wire.clients.firehose.send(command))).toEqual({
        DeliveryStreamDescription: delivery,
      });
    }
    const none = wire.clients.firehose.send(
      new DescribeDeliveryStreamCommand({ DeliveryStreamName: "none" }),
    );
    expect(await errorName(none)).toBe("ResourceNotFoundException");
  });
});
