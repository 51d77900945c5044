import { expect, it } from "vitest";
import { settingSections } from "@/components/settings/setting-fields";
import { auditSettingsSchema, defaultSettings } from "@/lib/model/settings";

it("asks for every setting once", () => {
  const asked = settingSections.flatMap(({ fields }) => fields.map(({ name }) => name));
  expect(asked.toSorted()).toEqual(Object.keys(auditSettingsSchema.shape).toSorted());
});

it("lets be left out what the settings may lack, and nothing else", () => {
  const fields = settingSections.flatMap((section) => section.fields);
  const spared = fields.filter(({ name }) => {
    const others = Object.fromEntries(Object.entries(defaultSettings).filter(([each]) => each !== name));
    return auditSettingsSchema.safeParse(others).success;
  });
  expect(fields.filter(({ optional }) => optional)).toEqual(spared);
});
