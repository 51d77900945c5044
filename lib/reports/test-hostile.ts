import { largeReport } from "@/lib/bench/large-report";
import { reportSchema, type Finding, type Report } from "@/lib/model/report";

/** What may stand in a name, a tag, a message or a policy, and must run, move and hide nothing. */
export const hostileTexts: Readonly<Record<string, string>> = {
  formula: '=HYPERLINK("http://evil.example","x")',
  html: "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"'`&amp;",
  markdown:
    "](http://evil.example) ![x](http://evil.example/y.png) @everyone #1 **b** `c` | d <b>e</b> https://evil.example",
  lines: "one\r\ntwo\n- three\n# four\u2028five\u2029six",
  direction: "\u202Etxt.exe\u202C \u2066left\u2069 \u200Ehidden\u200B",
  emoji: "👩‍👩‍👧 🏳️‍🌈 𝕏 żółć 日本語 العربية",
  control: "a\0b\u0001\u001B[31m\u007F\uFEFFc\uFFFE\uFFFF",
  halves: "\uD83D lone \uDE00",
  sarif: "[text](http://evil.example) {0} {{1}} \\",
  json: '"}],"x":[{"\\',
  excel: "_x0041_ _x000D_ ]]> <![CDATA[",
  long: `begin-${"x".repeat(20_000)}-end`,
};

/** A report with the text in every field that may hold any text. */
export function hostileReport(text: string): Report {
  const report = sampleReport();
  const filled = fill(report, text);
  const { error } = reportSchema.safeParse(filled);
  for (const { path } of error?.issues ?? []) restore(filled, report, path);
  const hostile = reportSchema.parse(filled);
  const { startedAt, finishedAt } = report.scan;
  const findings = hostile.findings.map((finding, index) =>
    Object.assign({}, finding, { findingId: String(index) }),
  );
  return { ...hostile, scan: { ...hostile.scan, startedAt, finishedAt }, findings };
}

/** A report with something in each of its lists. */
export function sampleReport(change: Partial<Report> = {}): Report {
  const report = largeReport({ streams: 3, findings: 12 });
  const [stream] = report.streams;
  const [finding] = report.findings;
  if (!stream || !finding) throw new Error("the sample is empty");
  const gap = {
    action: "kms:DescribeKey",
    reason: "access-denied" as const,
    message: "denied",
    resource: stream.arn,
    region: "us-east-1",
  };
  const policyId = "arn:aws:iam::111122223333:policy/all";
  const document = { policyId, statements: [0] };
  const text = '{\n "Statement": [\n  { "Effect": "Allow", "Action": "kinesis:*", "Resource": "*" }\n ]\n}';
  return {
    ...report,
    scan: { ...report.scan, gaps: [gap], endpoint: "http://127.0.0.1:4566" },
    filter: { q: "orders" },
    streams: [
      {
        ...stream,
        facts: {
          ...stream.facts,
          shards: { known: false, gap },
          keyArn: "arn:aws:kms:us-east-1:111122223333:key/k",
        },
        verdicts: stream.verdicts.map((verdict) => Object.assign({}, verdict, { gaps: [gap] })),
      },
      ...report.streams.slice(1),
    ],
    findings: [
      { ...finding, cause: { ...finding.cause, document, principals: ["arn:aws:iam::111122223333:role/a"] } },
      ...report.findings.slice(1),
    ],
    decisions: sampleDecisions(stream.arn, finding),
    administrators: [
      {
        principal: "arn:aws:iam::111122223333:role/a",
        accountId: "111122223333",
        standing: "account-administrator",
        regions: [],
      },
    ],
    policies: [
      {
        id: policyId,
        kind: "managed",
        name: "all",
        awsManaged: false,
        text,
        attachedTo: ["arn:aws:iam::111122223333:role/a"],
        statementCount: 1,
      },
    ],
    ...change,
  };
}

function sampleDecisions(streamArn: string, { findingId, checkId }: Finding): Report["decisions"] {
  const shared = { owner: "data-platform", createdAt: "2026-11-01T08:00:00.000Z", expiresOn: "2027-02-28" };
  return {
    on: "2026-11-02",
    waivers: [
      {
        ...shared,
        id: "w1",
        accountId: "111122223333",
        findingId,
        checkId,
        streamArns: [streamArn],
        reason: "Ends with the move",
        evidence: { label: "what was so", severity: "high", principals: [], streamArns: [streamArn] },
        state: "changed",
        because: "It weighs critical, and was accepted as high.",
      },
    ],
    attestations: [
      {
        ...shared,
        id: "a1",
        checkId: "KDS-LP-09",
        streamArn,
        statement: "Looked through",
        boundTo: ["arn:aws:iam::111122223333:role/a"],
        state: "in-force",
        because: "It holds until 2027-02-28.",
      },
    ],
  };
}

function fill(value: unknown, text: string): unknown {
  if (typeof value === "string") return `${text}${value}`;
  if (Array.isArray(value)) return value.map((each) => fill(each, text));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, fill(member, text)]));
}

/** Puts back what only certain words may stand in. */
function restore(target: unknown, source: unknown, [name, ...rest]: readonly PropertyKey[]): void {
  if (name === undefined || !isObject(target) || !isObject(source)) return;
  if (rest.length === 0) target[String(name)] = source[String(name)];
  else restore(target[String(name)], source[String(name)], rest);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
