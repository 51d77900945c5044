import { XmlShapeSerializer, type XmlSettings } from "@aws-sdk/core/protocols";
import { NormalizedSchema } from "@smithy/core/schema";
import type { $SchemaRef } from "@smithy/types";

const dateTime = 5;
const settings: XmlSettings = {
  timestampFormat: { useTrait: true, default: dateTime },
  httpBindings: false,
  xmlNamespace: "",
  serviceNamespace: "",
};

/** The members of a structure as XML, without the element around them: its name differs from protocol to protocol. */
export function toXmlMembers(schema: $SchemaRef, value: object): string {
  const serializer = new XmlShapeSerializer(settings);
  serializer.write(NormalizedSchema.of(schema), value);
  const element = String(serializer.flush());
  const start = element.indexOf(">") + 1;
  const end = element.lastIndexOf("</");
  return end < start ? "" : element.slice(start, end);
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

export function escapeXml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? "");
}
