import { expect, it } from "vitest";
import type { Report } from "@/lib/model/report";
import { loadPolicyView } from "@/lib/server/policies";
import { buildReport } from "@/lib/reports/test-report";

const oneLine =
  '{"Version":"2012-10-17","Statement":[{"Sid":"Read","Effect":"Allow","Action":["kinesis:Get*"],"Resource":"*"},' +
  '{"Effect":"Deny","Action":"\\u006binesis:Put*","Resource":"*"}]}';

it("lays a document of one line out and says on which lines each statement stands", () => {
  const view = loadPolicyView(reportWith(oneLine), "p");
  const lines = view?.text.split("\n") ?? [];

  expect(view?.statements.map(({ index, sid }) => [index, sid])).toEqual([
    [0, "Read"],
    [1, undefined],
  ]);
  for (const { startLine, endLine } of view?.statements ?? []) {
    const statement = lines
      .slice(startLine - 1, endLine)
      .join("\n")
      .trim()
      .replace(/,$/, "");
    expect(JSON.parse(statement)).toMatchObject({ Resource: "*" });
  }
  expect(view?.problem).toBeUndefined();
});

it("changes nothing but blanks, escapes included", () => {
  expect(loadPolicyView(reportWith(oneLine), "p")?.text.replaceAll(/\s/g, "")).toBe(oneLine);
});

it("leaves a document that has lines as it is", () => {
  const text = '{\n "Statement": {"Effect":"Allow",\n  "Action":"*","Resource":"*"} }\n';

  expect(loadPolicyView(reportWith(text), "p")).toMatchObject({
    text,
    statements: [{ index: 0, startLine: 2, endLine: 3 }],
  });
});

it("shows a document that it cannot read as it came, and says what is wrong", () => {
  const view = loadPolicyView(reportWith('{"Statement":['), "p");

  expect(view).toMatchObject({ text: '{"Statement":[', statements: [] });
  expect(view?.problem).toMatch(/^line 1, column \d+: /);
});

it("finds no policy that the report does not hold", () => {
  expect(loadPolicyView(reportWith(oneLine), "toString")).toBeUndefined();
});

function reportWith(text: string): Report {
  const policy = {
    id: "p",
    kind: "inline",
    name: "p",
    awsManaged: false,
    text,
    attachedTo: [],
    statementCount: 0,
  } as const;
  return buildReport({ policies: [{ ...policy, attachedTo: [] }] });
}
