import { describe, expect, it } from "vitest";
import { floorSeconds } from "./scan-served";
import { regionNames, servedAccount } from "./served-account";

const plan = { regions: 4, streams: 200, consumerEvery: 10, principals: 70 };

describe("the served account", () => {
  const { iam, regions } = servedAccount(plan);

  it("has its streams in all Regions alike, and a consumer for one of ten", () => {
    expect(Object.keys(regions)).toEqual([...regionNames]);
    for (const [region, { streams }] of Object.entries(regions)) {
      expect(streams).toHaveLength(50);
      expect(streams.flatMap((one) => one.consumers)).toHaveLength(5);
      for (const { summary } of streams)
        expect(summary.StreamARN).toBe(`arn:aws:kinesis:${region}:111122223333:stream/${summary.StreamName}`);
    }
  });

  it("has teams enough, of four roles each, which name the team's streams where they are", () => {
    expect(iam.roles.filter(({ RoleName }) => RoleName?.startsWith("team-"))).toHaveLength(80);
    const policy = iam.policies.find(({ PolicyName }) => PolicyName === "team-13-producer");
    const document = policy?.PolicyVersionList?.[0]?.Document;
    expect(document).toContain("arn:aws:kinesis:us-east-1:111122223333:stream/team-13-events-*");
    const names = regions["us-east-1"]?.streams.map(({ summary }) => summary.StreamName);
    expect(names).toContain("team-13-events-00013");
  });
});

it("takes a second for five policies at least, Regions side by side", () => {
  const pace = { speed: 1, share: 1 };
  expect(floorSeconds({ ...plan, regions: 1, streams: 1000 }, pace)).toBe(220);
  expect(floorSeconds({ ...plan, streams: 1000, consumerEvery: 0 }, pace)).toBe(50);
  expect(floorSeconds({ ...plan, streams: 1000 }, { speed: 20, share: 0.25 })).toBe(11);
});
