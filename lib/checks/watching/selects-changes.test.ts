import { describe, expect, it } from "vitest";
import { selectsChanges, selectsChangesAdvanced } from "@/lib/checks/watching/selects-changes";
import type { AdvancedSelector } from "@/lib/model/event-logging";

const basic = (readWrite: string, managementEvents = true, excludedSources: string[] = []) =>
  selectsChanges({ basic: [{ readWrite, managementEvents, excludedSources }], advanced: [] });
const management = { field: "eventCategory", equals: ["Management"] };
const advanced = (...fields: AdvancedSelector["fields"]) => selectsChangesAdvanced([{ fields }]);

describe("basic selectors", () => {
  it.each([
    ["All", true, [], true],
    ["WriteOnly", true, [], true],
    ["WriteOnly", true, ["kms.amazonaws.com"], true],
    ["ReadOnly", true, [], false],
    ["All", false, [], false],
    ["All", true, ["kinesis.amazonaws.com"], false],
  ])("%s, management events %s, without %j: %s", (readWrite, isManaging, excluded, expected) => {
    expect(basic(readWrite, isManaging, excluded)).toBe(expected);
  });

  it("of which there are none take in nothing", () => {
    expect(selectsChanges({ basic: [], advanced: [] })).toBe(false);
  });
});

describe("advanced selectors", () => {
  it.each<[string, AdvancedSelector["fields"], boolean]>([
    ["all management events", [management], true],
    ["write ones", [management, { field: "readOnly", equals: ["false"] }], true],
    ["read ones", [management, { field: "readOnly", equals: ["true"] }], false],
    ["all but those of KMS", [management, { field: "eventSource", notEquals: ["kms.amazonaws.com"] }], true],
    [
      "all but those of Kinesis",
      [management, { field: "eventSource", notEquals: ["kinesis.amazonaws.com"] }],
      false,
    ],
    ["those of a source that begins so", [management, { field: "eventSource", startsWith: ["kin"] }], true],
    [
      "those of a source that ends otherwise",
      [management, { field: "eventSource", endsWith: [".example"] }],
      false,
    ],
    [
      "those of a source that does not begin so",
      [management, { field: "eventSource", notStartsWith: ["kin"] }],
      false,
    ],
    [
      "those of a source that does not end so",
      [management, { field: "eventSource", notEndsWith: [".com"] }],
      false,
    ],
    ["all but one change", [management, { field: "eventName", notEquals: ["DeleteStream"] }], false],
    ["those of a few users", [management, { field: "userIdentity.arn", equals: ["a"] }], false],
    ["data events", [{ field: "eventCategory", equals: ["Data"] }], false],
  ])("%s", (_name, fields, expected) => {
    expect(advanced(...fields)).toBe(expected);
  });

  it("together may take in what each alone does not", () => {
    const names = (equals: string[]) => ({ fields: [management, { field: "eventName", equals }] });
    const some = names(["PutResourcePolicy", "StopStreamEncryption"]);
    expect(selectsChangesAdvanced([some])).toBe(false);
    expect(selectsChangesAdvanced([some, names(["CreateChannel", "DeleteStream"])])).toBe(true);
  });
});
