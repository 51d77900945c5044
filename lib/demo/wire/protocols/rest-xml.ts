import { NormalizedSchema } from "@smithy/core/schema";
import { commonError } from "../common-errors";
import { readSimple, UnreadableForm } from "./form-input";
import type { Protocol } from "./protocol";
import { writeQueryError } from "./query";
import { escapeXml, toXmlMembers } from "./xml-output";

/** Operations with an address and query parameters only: Route 53 reads need no more. */
export const restXml: Protocol = {
  operationName: ({ method, path }, { routes = {} }) => {
    const route = `${method} ${path}`;
    return Object.hasOwn(routes, route) ? routes[route] : undefined;
  },

  readInput: (schema, request, service) => {
    try {
      return Object.fromEntries(readQuery(NormalizedSchema.of(schema[4]), request.query));
    } catch (error) {
      if (error instanceof UnreadableForm) throw commonError("malformed", service.dialect, error.message);
      throw error;
    }
  },

  writeOutput: ({ schema: [, , name, , , output], output: value, service }) => {
    const namespace = escapeXml(service.xmlNamespace ?? "");
    const members = toXmlMembers(output, value);
    const body = `<?xml version="1.0" encoding="UTF-8"?>\n<${name}Response xmlns="${namespace}">${members}</${name}Response>`;
    return { kind: "reply", status: 200, contentType: "text/xml", body };
  },

  writeError: writeQueryError,
};

function* readQuery(schema: NormalizedSchema, query: URLSearchParams): Generator<[string, unknown]> {
  for (const [name, member] of schema.structIterator()) {
    const text = query.get(member.getMergedTraits().httpQuery ?? name);
    if (text !== null) yield [name, readSimple(member, text)];
  }
}
