import { describe, expect, it } from "vitest";
import { known, missing } from "@/lib/model/observed";
import { defaultSettings } from "@/lib/model/settings";
import { environmentOf } from "@/lib/scoring/environment";

const read = { action: "tag:GetResources", at: "2026-11-01T00:00:00Z" };
const accountId = "111122223333";

function of(tags: Record<string, string>) {
  return environmentOf({ accountId, tags: known(tags, read) }, defaultSettings);
}

describe("environmentOf", () => {
  it.each([
    { tags: { environment: "dev" }, name: "non-production", because: "tag environment=dev" },
    { tags: { Env: "PROD" }, name: "production", because: "tag Env=PROD" },
    { tags: { stage: "Stage" }, name: "non-production", because: "tag stage=Stage" },
    { tags: { env: "blue" }, name: "not-stated", because: "tag env=blue" },
    { tags: { stage: "dev", environment: "live" }, name: "production", because: "tag environment=live" },
    { tags: { team: "a" }, name: "not-stated", because: "no tag environment, env, stage" },
  ])("$tags is $name", ({ tags, name, because }) => {
    expect(of(tags)).toEqual({ name, because });
  });

  it("takes the heavier where tags that differ by case disagree", () => {
    expect(of({ env: "dev", Env: "prod" }).name).toBe("production");
    expect(of({ env: "dev", Env: "blue" }).name).toBe("not-stated");
    expect(of({ env: "dev", Env: "test" }).name).toBe("non-production");
  });

  it("lets the setting of the account win over tags", () => {
    const settings = { ...defaultSettings, environmentByAccount: { [accountId]: "non-production" as const } };
    const stream = { accountId, tags: known({ env: "prod" }, read) };
    expect(environmentOf(stream, settings)).toEqual({
      name: "non-production",
      because: "setting for account 111122223333",
    });
  });

  it("does not guess where the tags were not read", () => {
    const gap = { action: "tag:GetResources", reason: "access-denied", message: "no" } as const;
    expect(environmentOf({ accountId, tags: missing(gap) }, defaultSettings)).toEqual({
      name: "unknown",
      because: "tags not read (tag:GetResources)",
    });
  });
});
