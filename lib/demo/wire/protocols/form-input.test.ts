import type { StaticStructureSchema } from "@smithy/types";
import { describe, expect, it } from "vitest";
import { type FormDialect, readForm, UnreadableForm } from "./form-input";

const text = 0;
const number = 1;
const flag = 2;
const instant = 4;
const listOf = 64;
const member: StaticStructureSchema = [3, "test", "Member", 0, ["Name", "Values"], [text, listOf | text]];

const schema: StaticStructureSchema = [
  3,
  "test",
  "Request",
  0,
  ["Renamed", "camelCase", "Count", "Flag", "At", "Filters"],
  [
    [text, { xmlName: "xmlRenamed", ec2QueryName: "Ec2Renamed" }],
    text,
    number,
    flag,
    instant,
    [() => [1, "test", "Members", 0, () => member], { xmlName: "Filter" }],
  ],
];

describe("readForm", () => {
  it.each<{ dialect: FormDialect; body: string }>([
    {
      dialect: "query",
      body: "xmlRenamed=a&camelCase=b&Filter.member.2.Name=y&Filter.member.1.Name=x&Filter.member.1.Values.member.1=v",
    },
    { dialect: "ec2", body: "Ec2Renamed=a&CamelCase=b&Filter.2.Name=y&Filter.1.Name=x&Filter.1.Values.1=v" },
  ])("reads names and lists as $dialect writes them, lists by their numbers", ({ dialect, body }) => {
    expect(readForm(schema, body, dialect)).toEqual({
      Renamed: "a",
      camelCase: "b",
      Filters: [{ Name: "x", Values: ["v"] }, { Name: "y" }],
    });
  });

  it("reads numbers, booleans and timestamps, and a list without entries", () => {
    const body = "Count=12&Flag=true&At=2026-03-04T05:06:07Z&Filter=";
    const at = new Date("2026-03-04T05:06:07Z");
    expect(readForm(schema, body, "ec2")).toEqual({ Count: 12, Flag: true, At: at, Filters: [] });
  });

  it("passes over what the schema does not name", () => {
    expect(readForm(schema, "Action=X&Version=1&Filters.1.Name=x", "ec2")).toEqual({});
  });

  it.each(["Count=many", "Count=", "At=yesterday"])("cannot read %s", (body) => {
    expect(() => readForm(schema, body, "query")).toThrow(UnreadableForm);
  });
});
