import { describe, expect, it } from "vitest";
import { z } from "zod";
import { tagsSchema } from "@/lib/model/tags";

describe("tagsSchema", () => {
  it("keeps every key that AWS allows, __proto__ too", () => {
    const tags: unknown = JSON.parse('{"__proto__":"a","constructor":"b","":"c"}');
    expect(Object.entries(tagsSchema.parse(tags))).toEqual([
      ["__proto__", "a"],
      ["constructor", "b"],
      ["", "c"],
    ]);
  });

  it.each([null, [], "text", 1, { a: 1 }, { a: null }, undefined])("refuses %j", (value) => {
    expect(tagsSchema.safeParse(value).success).toBe(false);
  });

  it("tells its shape in the JSON Schema of the report", () => {
    expect(z.toJSONSchema(tagsSchema)).toMatchObject({
      type: "object",
      additionalProperties: { type: "string" },
    });
  });
});
