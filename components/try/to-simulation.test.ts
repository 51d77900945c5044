import { expect, it } from "vitest";
import { fieldOf, toSimulation, type TryInput } from "@/components/try/to-simulation";

const input: TryInput = {
  principal: " arn:aws:iam::111122223333:role/etl ",
  action: "kinesis:PutRecord",
  resource: "arn:aws:kinesis:us-east-1:111122223333:stream/s",
  context: "aws:SourceVpce = vpce-1",
  contextComplete: true,
  identityPolicies: [" ", "{}"],
  boundary: "",
  resourcePolicy: "  ",
};

it("leaves out empty documents, so that they do not count as ones that allow nothing", () => {
  expect(toSimulation(input)).toEqual({
    ok: true,
    body: {
      request: {
        principal: "arn:aws:iam::111122223333:role/etl",
        action: "kinesis:PutRecord",
        resource: "arn:aws:kinesis:us-east-1:111122223333:stream/s",
        context: { "aws:SourceVpce": ["vpce-1"] },
      },
      policies: { identityPolicies: ["{}"] },
      contextComplete: true,
    },
  });
});

it("asks nothing while the context cannot be read", () => {
  expect(toSimulation({ ...input, context: "what" })).toMatchObject({ ok: false, field: "context" });
});

it("finds the field that a message is about, empty documents before it counted", () => {
  const typed = ["", "{}", "{"];
  expect(fieldOf("policies.identityPolicies[1] could not be read: line 1", typed)).toBe("identityPolicies 2");
  expect(fieldOf("policies.boundary could not be read: line 1", typed)).toBe("boundary");
  expect(fieldOf("request.action: an action is service:Name", typed)).toBe("action");
  expect(fieldOf("Something else", typed)).toBeUndefined();
});
