import { JsonShapeDeserializer2, JsonShapeSerializer2, type JsonSettings } from "@smithy/core/protocols";
import { NormalizedSchema } from "@smithy/core/schema";
import type { DocumentType } from "@smithy/types";
import { commonError } from "../common-errors";
import type { Protocol } from "./protocol";

const epochSeconds = 7;
const settings: JsonSettings = {
  timestampFormat: { useTrait: true, default: epochSeconds },
  jsonName: false,
};
const contentType = "application/x-amz-json-1.1";

/** @see https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html */
export const awsJson: Protocol = {
  operationName: ({ headers }) => {
    const target = headers["x-amz-target"];
    return typeof target === "string" ? target.split(".")[1] : undefined;
  },

  readInput: (schema, { body }, service) => {
    const parsed = parseObject(body);
    if (!parsed) throw commonError("malformed", service.dialect, "The request body is not a JSON object.");
    const input: object = new JsonShapeDeserializer2(settings).readObject(
      NormalizedSchema.of(schema[4]),
      parsed,
    );
    return input;
  },

  writeOutput: ({ schema, output }) => {
    const serializer = new JsonShapeSerializer2(settings);
    serializer.write(NormalizedSchema.of(schema[5]), output);
    return { kind: "reply", status: 200, contentType, body: serializer.flush() };
  },

  writeError: ({ code, message, status }) => ({
    kind: "reply",
    status,
    contentType,
    headers: { "x-amzn-errortype": code },
    body: JSON.stringify({ __type: code, message }),
  }),
};

function parseObject(body: string): DocumentType | undefined {
  try {
    const parsed: DocumentType = JSON.parse(body === "" ? "{}" : body);
    return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}
