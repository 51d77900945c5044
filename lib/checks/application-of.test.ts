import { describe, expect, it } from "vitest";
import { denied, deniedGap, read } from "@/lib/model/test-place";
import { recordsByNameOnly } from "@/lib/checks/records-by-name-only";
import { arnOf, reads, roleWith, streamNamed, verdictIn } from "@/lib/checks/test-access";
import type { World } from "@/lib/checks/test-access";

const names = ["orders", "orders-dead", "bills", "mail", "mail-dead"];
const streams = names.map((name) => streamNamed(name, { tags: read({}) }));
const verdictOn = (world: World) => verdictIn(recordsByNameOnly, { streams, ...world });

describe("streams of one application", () => {
  const tagged = (first: Record<string, string>, second: Record<string, string>, change = {}) =>
    verdictOn({
      streams: [
        streamNamed("orders", { tags: read(first) }),
        streamNamed("orders-dead", { tags: read(second), ...change }),
        ...streams.slice(2),
      ],
      roles: [roleWith("a", { ...reads, Resource: arnOf("orders*") })],
    });

  it("are one, where the tag of all of them has one value", () => {
    expect(tagged({ application: "shop" }, { Application: "shop" })).toMatchObject({
      status: "pass",
      evidence: expect.stringContaining(`${arnOf("orders*")} stays within application shop.`),
    });
  });

  it.each([
    [{ application: "shop" }, { application: "Shop" }],
    [{ application: "shop" }, {}],
    [{}, {}],
    [{ application: "shop" }, { application: "shop", Application: "other" }],
  ])("are not, as %j and %j", (first, second) => {
    expect(tagged(first, second).status).toBe("fail");
  });

  it("may be one, where tags were not read", () => {
    const tags = denied("tag:GetResources");
    expect(tagged({ application: "shop" }, {}, { tags })).toMatchObject({
      status: "unknown",
      gaps: [deniedGap("tag:GetResources")],
    });
    expect(tagged({}, {}, { tags }).status).toBe("fail");
  });

  it("are not one by *, nor by another tag than the one that is set", () => {
    const shop = names.map((name) => streamNamed(name, { tags: read({ application: "shop", app: "shop" }) }));
    const roles = [roleWith("a", { ...reads, Resource: "*" })];
    expect(verdictOn({ streams: shop, roles }).status).toBe("fail");
    const named = [roleWith("a", { ...reads, Resource: arnOf("orders*") })];
    const other = names.slice(0, 2).map((name) => streamNamed(name, { tags: read({ app: "shop" }) }));
    expect(verdictOn({ streams: other, roles: named }).status).toBe("fail");
    expect(verdictOn({ streams: other, roles: named, settings: { applicationTagKey: "app" } }).status).toBe(
      "pass",
    );
  });
});
