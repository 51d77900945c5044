import { JsonShapeSerializer2 } from "@smithy/core/protocols";
import { NormalizedSchema } from "@smithy/core/schema";
import { commonError } from "../common-errors";
import { awsJson } from "./aws-json";
import { readSimple, UnreadableForm } from "./form-input";
import { matchRoute } from "./match-route";
import type { Protocol } from "./protocol";

const epochSeconds = 7;
const contentType = "application/json";

/**
 * Operations with an address and query parameters only, and answers that are a JSON body: the reads of Lambda, EKS
 * and Pipes need no more.
 *
 * @see https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html
 */
export const restJson: Protocol = {
  operationName: (request, service) => matchRoute(request, service)?.operation,

  readInput: (schema, request, service) => {
    const labels = matchRoute(request, service)?.labels ?? {};
    try {
      return Object.fromEntries(readMembers(NormalizedSchema.of(schema[4]), labels, request.query));
    } catch (error) {
      if (error instanceof UnreadableForm) throw commonError("malformed", service.dialect, error.message);
      throw error;
    }
  },

  writeOutput: ({ schema, output }) => {
    const serializer = new JsonShapeSerializer2({
      timestampFormat: { useTrait: true, default: epochSeconds },
      jsonName: true,
    });
    serializer.write(NormalizedSchema.of(schema[5]), output);
    return { kind: "reply", status: 200, contentType, body: serializer.flush() };
  },

  writeError: (error, requestId, service) => ({
    ...awsJson.writeError(error, requestId, service),
    contentType,
  }),
};

function* readMembers(
  schema: NormalizedSchema,
  labels: Readonly<Record<string, string>>,
  query: URLSearchParams,
): Generator<[string, unknown]> {
  for (const [name, member] of schema.structIterator()) {
    const { httpLabel, httpQuery } = member.getMergedTraits();
    const text = httpLabel ? labels[name] : query.get(httpQuery ?? name);
    if (text !== null && text !== undefined) yield [name, readSimple(member, text)];
  }
}
