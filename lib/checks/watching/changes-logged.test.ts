import { describe, expect, it } from "vitest";
import { verdictOf } from "@/lib/checks/test-verdicts";
import { changesLogged } from "@/lib/checks/watching/changes-logged";
import type { EventDataStore, Trail } from "@/lib/model/event-logging";
import { denied, deniedGap, read, region } from "@/lib/model/test-place";

const selectors = {
  basic: [{ readWrite: "All", managementEvents: true, excludedSources: [] }],
  advanced: [],
};

function trail(change: Partial<Trail> = {}): Trail {
  return {
    arn: `arn:aws:cloudtrail:${region}:111122223333:trail/all`,
    name: "all",
    homeRegion: read(region),
    multiRegion: read(true),
    ofOrganization: read(false),
    logFileValidation: read(true),
    logging: read(true),
    selectors: read(selectors),
    ...change,
  };
}

function store(change: Partial<EventDataStore> = {}): EventDataStore {
  return {
    arn: `arn:aws:cloudtrail:${region}:111122223333:eventdatastore/1`,
    name: "lake",
    status: read("ENABLED"),
    multiRegion: read(true),
    ofOrganization: read(false),
    selectors: read([{ fields: [{ field: "eventCategory", equals: ["Management"] }] }]),
    ...change,
  };
}

const verdictOn = (trails: Trail[], stores: EventDataStore[] = []) =>
  verdictOf(changesLogged, { region: { trails: read(trails), eventDataStores: read(stores) } });

describe("changes are logged", () => {
  it("by a trail that is whole", () => {
    expect(verdictOn([trail()])).toMatchObject({
      status: "pass",
      evidence: `Changes in ${region} are logged by trail all.`,
    });
  });

  it("by an event data store that takes them in", () => {
    expect(verdictOn([], [store()])).toMatchObject({ status: "pass" });
  });

  it("by one of several, whatever is wrong or unread with the others", () => {
    const others = [
      trail({ logging: read(false) }),
      trail({ selectors: denied("cloudtrail:GetEventSelectors") }),
    ];
    expect(verdictOn([...others, trail()], [store({ status: denied("x") })]).status).toBe("pass");
  });
});

describe("changes are not logged", () => {
  it("where there is nothing to log them", () => {
    expect(verdictOn([])).toMatchObject({
      status: "fail",
      severity: "medium",
      causes: [{ label: `No trail and no event data store covers ${region}.` }],
    });
  });

  it.each([
    [{ logging: read(false) }, "trail all is not logging"],
    [
      { selectors: read({ basic: [], advanced: [] }) },
      "trail all does not take in every write management event of Kinesis",
    ],
    [{ logFileValidation: read(false) }, "trail all does not validate its log files"],
    [
      { logging: read(false), logFileValidation: read(false) },
      "trail all is not logging and does not validate its log files",
    ],
  ])("by a trail with %j", (change, said) => {
    expect(verdictOn([trail(change)]).causes[0]?.label).toBe(
      `No log takes in the changes in ${region}: ${said}.`,
    );
  });

  it.each([
    [{ status: read("STOPPED_INGESTION") }, "takes no events in"],
    [{ selectors: read([]) }, "does not take in every write management event of Kinesis"],
  ])("by an event data store with %j", (change, said) => {
    expect(verdictOn([], [store(change)]).causes[0]?.label).toContain(`event data store lake ${said}`);
  });
});

describe("whether changes are logged is not known", () => {
  it.each([
    [{ logging: denied("cloudtrail:GetTrailStatus") }, "cloudtrail:GetTrailStatus"],
    [{ selectors: denied("cloudtrail:GetEventSelectors") }, "cloudtrail:GetEventSelectors"],
    [{ logFileValidation: denied("cloudtrail:DescribeTrails") }, "cloudtrail:DescribeTrails"],
  ])("where a trail that may be whole has %j", (change, action) => {
    expect(verdictOn([trail(change)])).toMatchObject({ status: "unknown", gaps: [deniedGap(action)] });
  });

  it("unless what is known of that trail disproves it", () => {
    const change = { logging: read(false), selectors: denied("cloudtrail:GetEventSelectors") };
    expect(verdictOn([trail(change)]).status).toBe("fail");
  });

  it.each([
    { trails: denied("cloudtrail:DescribeTrails"), eventDataStores: read([]) },
    { trails: read([]), eventDataStores: denied("cloudtrail:ListEventDataStores") },
  ])("where one of the lists could not be read", (lists) => {
    expect(verdictOf(changesLogged, { region: lists }).status).toBe("unknown");
  });
});
