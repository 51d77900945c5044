import { expect, it } from "vitest";
import { bodyOf } from "@/components/waivers/decision-body";

function filledIn(...fields: readonly (readonly [name: string, value: string])[]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

const shared = [
  ["owner", "data-platform"],
  ["expiresOn", "2027-01-31"],
] as const;

it("accepts the findings that are chosen, on all streams unless some are", () => {
  const findings = [
    ["finding", "a"],
    ["finding", "b"],
  ] as const;
  const accepted = { owner: "data-platform", expiresOn: "2027-01-31", reason: "r", findingIds: ["a", "b"] };

  expect(bodyOf("waiver", filledIn(...shared, ["reason", "r"], ...findings), undefined)).toEqual(accepted);
  expect(
    bodyOf("waiver", filledIn(...shared, ["reason", "r"], ...findings, ["stream", "arn:1"]), undefined),
  ).toEqual({ ...accepted, streamArns: ["arn:1"] });
});

it("confirms a check of the streams that are chosen", () => {
  const form = filledIn(...shared, ["statement", "s"], ["stream", "arn:1"], ["stream", "arn:2"]);
  expect(bodyOf("attestation", form, "KDS-LP-09")).toEqual({
    owner: "data-platform",
    expiresOn: "2027-01-31",
    statement: "s",
    checkId: "KDS-LP-09",
    streamArns: ["arn:1", "arn:2"],
  });
});

it("leaves what is missing for the server to name", () => {
  expect(bodyOf("waiver", filledIn(), undefined)).toEqual({
    owner: "",
    expiresOn: "",
    reason: "",
    findingIds: [],
  });
});
