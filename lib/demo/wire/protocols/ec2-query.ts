import type { Protocol } from "./protocol";
import { actionOf, readFormBody } from "./query";
import { escapeXml, toXmlMembers } from "./xml-output";

const contentType = "text/xml;charset=UTF-8";
const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** @see https://smithy.io/2.0/aws/protocols/aws-ec2-query-protocol.html */
export const ec2Query: Protocol = {
  operationName: actionOf,

  readInput: (schema, request, service) => readFormBody(schema[4], request, { dialect: "ec2", service }),

  writeOutput: ({ schema: [, , name, , , output], output: value, requestId, service }) => {
    const namespace = escapeXml(service.xmlNamespace ?? "");
    const members = `<requestId>${requestId}</requestId>${toXmlMembers(output, value)}`;
    const body = `${declaration}<${name}Response xmlns="${namespace}">${members}</${name}Response>`;
    return { kind: "reply", status: 200, contentType, body };
  },

  writeError: ({ code, message, status }, requestId) => {
    const error = `<Error><Code>${escapeXml(code)}</Code><Message>${escapeXml(message)}</Message></Error>`;
    const body = `${declaration}<Response><Errors>${error}</Errors><RequestID>${requestId}</RequestID></Response>`;
    return { kind: "reply", status, contentType, body };
  },
};
