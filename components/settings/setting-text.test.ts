import { describe, expect, it } from "vitest";
import { settingSections } from "@/components/settings/setting-fields";
import { problemsByField, settingOfText, textOfSetting } from "@/components/settings/setting-text";
import { defaultSettings } from "@/lib/model/settings";
import { settingsInputSchema } from "@/lib/model/settings-input";

const fields = settingSections.flatMap((section) => section.fields);

describe("settings as text", () => {
  it("say the defaults, and are read back as them", () => {
    const read = fields.map((field) => [
      field.name,
      settingOfText(field, textOfSetting(field, defaultSettings[field.name])),
    ]);
    expect(
      settingsInputSchema.parse(Object.fromEntries(read.filter(([, value]) => value !== undefined))),
    ).toEqual(defaultSettings);
  });

  it("take commas, lines and pairs, and leave out what is empty", () => {
    expect(settingOfText({ kind: "list" }, " a, ,b\nc ")).toEqual(["a", "b", "c"]);
    expect(settingOfText({ kind: "lines" }, "a, b\n\n c ")).toEqual(["a, b", "c"]);
    expect(settingOfText({ kind: "pairs" }, "1 = x\n2=y\n3")).toEqual({ 1: "x", 2: "y", 3: "" });
    expect(settingOfText({ kind: "list", optional: true }, "  ")).toBeUndefined();
    expect(settingOfText({ kind: "list" }, "  ")).toEqual([]);
  });

  it("keep what is no number, so that the server names it", () => {
    expect(settingOfText({ kind: "number" }, " 90 ")).toBe(90);
    expect(settingOfText({ kind: "number" }, "ninety")).toBe("ninety");
    expect(settingOfText({ kind: "number" }, "")).toBe("");
  });
});

describe("what the server refuses", () => {
  it("is said at each field, and what names none for the whole", () => {
    const message = 'knownAccountIds.1: "12" is no id; knownAccountIds.2: "x" is no id; body: too large';
    expect(problemsByField(message, ["knownAccountIds"])).toEqual({
      knownAccountIds: '"12" is no id; "x" is no id',
      "": "body: too large",
    });
  });
});
