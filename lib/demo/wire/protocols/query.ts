import { commonError } from "../common-errors";
import type { WireReply } from "../wire-answer";
import type { WireError } from "../wire-error";
import type { WireRequest } from "../wire-request";
import { type FormDialect, readForm, UnreadableForm } from "./form-input";
import type { Protocol, ServiceNames } from "./protocol";
import { escapeXml, toXmlMembers } from "./xml-output";

const contentType = "text/xml";

/** @see https://smithy.io/2.0/aws/protocols/aws-query-protocol.html */
export const query: Protocol = {
  operationName: actionOf,

  readInput: (schema, request, service) => readFormBody(schema[4], request, { dialect: "query", service }),

  writeOutput: ({ schema: [, , name, , , output], output: value, requestId, service }) => {
    const result = `<${name}Result>${toXmlMembers(output, value)}</${name}Result>`;
    const metadata = `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata>`;
    const namespace = escapeXml(service.xmlNamespace ?? "");
    const body = `<${name}Response xmlns="${namespace}">${result}${metadata}</${name}Response>`;
    return { kind: "reply", status: 200, contentType, body };
  },

  writeError: writeQueryError,
};

/** Service calls name their operation in `Action`, as a form field or in the address. */
export function actionOf({ body, query: parameters }: WireRequest): string | undefined {
  return new URLSearchParams(body).get("Action") ?? parameters.get("Action") ?? undefined;
}

export function readFormBody(
  schema: Parameters<typeof readForm>[0],
  { body }: WireRequest,
  { dialect, service }: { dialect: FormDialect; service: ServiceNames },
): object {
  try {
    return readForm(schema, body, dialect);
  } catch (error) {
    if (error instanceof UnreadableForm) throw commonError("malformed", service.dialect, error.message);
    throw error;
  }
}

export function writeQueryError(
  error: WireError,
  requestId: string,
  { xmlNamespace = "" }: ServiceNames,
): WireReply {
  const { code, message, status } = error;
  const type = status < 500 ? "Sender" : "Receiver";
  const detail = `<Type>${type}</Type><Code>${escapeXml(code)}</Code><Message>${escapeXml(message)}</Message>`;
  const body = `<ErrorResponse xmlns="${escapeXml(xmlNamespace)}"><Error>${detail}</Error><RequestId>${requestId}</RequestId></ErrorResponse>`;
  return { kind: "reply", status, contentType, body };
}
