import { describe, expect, it } from "vitest";
import { readFileRows } from "@/lib/reports/reconcile/read-file-rows";
import { asffFinding, ocsfFinding, type ForeignRow } from "@/lib/reports/reconcile/test-foreign-files";
import { sampleReport } from "@/lib/reports/test-hostile";

const { filter: _, ...report } = sampleReport();
const arn = report.streams[0]?.arn ?? "";
const good: ForeignRow = { check: "kinesis_stream_encrypted_at_rest", status: "PASS", arn };
const asff = JSON.stringify(asffFinding({ ...good, check: "Kinesis.1" }));

/** Line and kind of each row; of an unreadable one what is wrong. */
function rowsOf(file: string): (string | number)[][] {
  const read = readFileRows(file);
  if ("problem" in read) return [[read.problem]];
  return read.rows.map((row) => (row.kind === "unreadable" ? [row.line, row.problem] : [row.line, row.kind]));
}

const notJson = "This is not JSON: a bracket, a comma or a quote is missing or too many.";
const notObject = "This is no finding: a finding is a JSON object.";

describe("a file as a whole", () => {
  it.each([
    { file: "", says: "It is empty." },
    { file: "\uFEFF \r\n", says: "It is empty." },
    {
      file: "hello",
      says: "It is neither JSON nor a CSV of Prowler's: its first line has no column CHECK_ID, STATUS, RESOURCE_UID.",
    },
    {
      file: "\0\u0001\uFFFD",
      says: "It is neither JSON nor a CSV of Prowler's: its first line has no column CHECK_ID, STATUS, RESOURCE_UID.",
    },
    {
      file: "CHECK_ID;STATUS;RESOURCE_ARN;X\n",
      says: "It is neither JSON nor a CSV of Prowler's: its first line has no column RESOURCE_UID.",
    },
    {
      file: '"CHECK_ID;STATUS',
      says: "It is neither JSON nor a CSV of Prowler's: its first line has no column CHECK_ID, STATUS, RESOURCE_UID.",
    },
  ])("$file is refused, and told why", ({ file, says }) => {
    expect(rowsOf(file)).toEqual([[says]]);
  });
});

describe("JSON", () => {
  it.each([
    { name: "an empty array", file: "[]", rows: [] },
    { name: "an answer of GetFindings without one", file: '{"NextToken":"a","Findings":[]}', rows: [] },
    { name: "one finding", file: asff, rows: [[1, "finding"]] },
    { name: "a byte order mark before it", file: `\uFEFF${asff}`, rows: [[1, "finding"]] },
    {
      name: "lines, an empty one among them",
      file: `${asff}\n\n${asff}\r\n`,
      rows: [
        [1, "finding"],
        [3, "finding"],
      ],
    },
    {
      name: "lines of batches",
      file: `[${asff},${asff}]\n[${asff}]\n`,
      rows: [
        [1, "finding"],
        [1, "finding"],
        [2, "finding"],
      ],
    },
    {
      name: "a line that is damaged",
      file: `${asff}\n{"a":\n${asff}`,
      rows: [
        [1, "finding"],
        [2, notJson],
        [3, "finding"],
      ],
    },
    {
      name: "a first line that is damaged",
      file: `{"a":\n${asff}`,
      rows: [
        [1, notJson],
        [2, "finding"],
      ],
    },
    {
      name: "an element that is damaged",
      file: `[\n${asff},\n{"a" 1},\n${asff}\n]`,
      rows: [
        [2, "finding"],
        [3, notJson],
        [4, "finding"],
      ],
    },
    {
      name: "a list that is cut off within an element",
      file: `[\n${asff},\n{"SchemaVersion": "20`,
      rows: [
        [2, "finding"],
        [3, notJson],
      ],
    },
    {
      name: "a list that is cut off between elements",
      file: `[\n${asff},\n`,
      rows: [
        [2, "finding"],
        [3, notJson],
      ],
    },
    {
      name: "an answer that is cut off",
      file: `{"Findings":[\n${asff},\n${asff}`,
      rows: [
        [2, "finding"],
        [3, "finding"],
        [3, notJson],
      ],
    },
    {
      name: "more behind the list",
      file: `[\n${asff},\n${asff}\n]\n, {}`,
      rows: [
        [2, "finding"],
        [3, "finding"],
        [5, notJson],
      ],
    },
    {
      name: "a list of one element on a line of its own",
      file: `[\n${asff}\n]`,
      rows: [[2, "finding"]],
    },
    { name: "an object that never ends", file: "{", rows: [[1, notJson]] },
    {
      name: "numbers, texts and lists for findings",
      file: `[\n1,\n"a",\nnull,\n[${asff}]]`,
      rows: [
        [2, notObject],
        [3, notObject],
        [4, notObject],
        [5, notObject],
      ],
    },
    {
      name: "Findings of another object",
      file: `{"a":{"Findings":[${asff}]}}`,
      rows: [[1, "This is neither ASFF, which has a GeneratorId, nor OCSF, which has a class_uid."]],
    },
  ])("reads $name", ({ file, rows }) => {
    expect(rowsOf(file)).toEqual(rows);
  });

  it("names the member that is wrong", () => {
    const { Resources: _resources, ...withoutResources } = asffFinding(good);
    const problems = [
      { ...ocsfFinding(good), metadata: {} },
      { ...ocsfFinding(good), status_code: 7 },
      withoutResources,
      { ...asffFinding(good), Resources: [] },
      { ...asffFinding(good), Resources: [{ Id: arn }, { Id: `${arn}-2` }] },
      { ...ocsfFinding(good), resources: [{ uid: arn }, { uid: `${arn}-2` }] },
    ].map((finding) => rowsOf(JSON.stringify(finding))[0]?.[1]);

    expect(problems).toEqual([
      expect.stringMatching(/^metadata\.event_code: .*string/),
      expect.stringMatching(/^status_code: .*string/),
      expect.stringMatching(/^Resources: .*array/),
      expect.stringMatching(/^Resources: /),
      "Resources names 2 streams; a check is about one.",
      "resources names 2 streams; a check is about one.",
    ]);
  });

  it("is no deeper than its text is long", () => {
    for (const file of [
      "[".repeat(1_000_000),
      `[${"[".repeat(500_000)}${"]".repeat(500_000)}]`,
      '{"a":'.repeat(200_000),
    ])
      expect(rowsOf(file)).toHaveLength(1);
  });

  it("takes a member for what it is and not for what every object has", () => {
    expect(rowsOf('{"__proto__":{"GeneratorId":"a","SchemaVersion":"1"},"constructor":1}')).toEqual([
      [1, "This is neither ASFF, which has a GeneratorId, nor OCSF, which has a class_uid."],
    ]);
  });
});
