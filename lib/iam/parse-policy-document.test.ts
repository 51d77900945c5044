import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePolicyDocument } from "@/lib/iam/parse-policy-document";

const allowAll = { Effect: "Allow", Action: "*", Resource: "*" };

function statementsOf(document: unknown) {
  const parsed = parsePolicyDocument(JSON.stringify(document));
  return parsed.ok ? parsed.statements : parsed.problem;
}

function problemOf(text: string) {
  const parsed = parsePolicyDocument(text);
  return parsed.ok ? undefined : parsed.problem;
}

describe("parsePolicyDocument", () => {
  it("reads a statement with every element, lists as lists", () => {
    const statement = {
      Sid: "Read",
      Effect: "Deny",
      NotAction: ["kinesis:GetRecords", "kinesis:Get*"],
      NotResource: ["arn:aws:kinesis:*"],
      NotPrincipal: { AWS: ["111122223333"], Service: "ec2.amazonaws.com" },
      Condition: {
        StringEquals: { "aws:SourceVpc": ["vpc-1", "vpc-2"], "aws:userid": "x" },
        Bool: { "aws:SecureTransport": false },
      },
    };
    expect(statementsOf({ Version: "2012-10-17", Id: "x", Statement: [statement] })).toEqual([
      {
        index: 0,
        span: expect.anything(),
        sid: "Read",
        effect: "Deny",
        notActions: ["kinesis:GetRecords", "kinesis:Get*"],
        notResources: ["arn:aws:kinesis:*"],
        notPrincipals: [
          { type: "AWS", value: "111122223333" },
          { type: "Service", value: "ec2.amazonaws.com" },
        ],
        conditions: [
          { operator: "StringEquals", key: "aws:SourceVpc", values: ["vpc-1", "vpc-2"] },
          { operator: "StringEquals", key: "aws:userid", values: ["x"] },
          { operator: "Bool", key: "aws:SecureTransport", values: ["false"] },
        ],
      },
    ]);
  });

  it("reads a single statement with single values as lists of one", () => {
    expect(statementsOf({ Statement: { ...allowAll, Principal: "*" } })).toEqual([
      {
        index: 0,
        span: expect.anything(),
        effect: "Allow",
        actions: ["*"],
        resources: ["*"],
        principals: [{ type: "AWS", value: "*" }],
        conditions: [],
      },
    ]);
  });

  it("tells an element that is empty from one that is not there", () => {
    const [statement] = statementsOf({ Statement: [{ Effect: "Allow", Action: [] }] });
    expect(statement).toMatchObject({ actions: [] });
    expect(statement).not.toHaveProperty("resources");
  });

  it("points each statement at its own characters, behind a byte order mark too", () => {
    const text = `\uFEFF{ "Statement": [\n ${JSON.stringify(allowAll)} , {"Effect":"Deny","Action":"a:b"}] }`;
    const parsed = parsePolicyDocument(text);
    const cut = parsed.ok ? parsed.statements.map(({ span }) => text.slice(span.start, span.end)) : [];
    expect(cut).toEqual([JSON.stringify(allowAll), '{"Effect":"Deny","Action":"a:b"}']);
  });

  it.each(["2012-10-17", "2008-10-17"])("says version %s", (version) => {
    expect(parsePolicyDocument(JSON.stringify({ Version: version, Statement: [] }))).toEqual({
      ok: true,
      statements: [],
      version,
    });
  });

  it("reads a document without version and without statements", () => {
    expect(parsePolicyDocument('{"Statement":[]}')).toEqual({ ok: true, statements: [] });
  });

  it("treats names of JavaScript's own as any other text", () => {
    const text =
      '{"Statement":[{"Effect":"Allow","Action":"a:b","Condition":{"__proto__":{"constructor":"x"}}}]}';
    expect(parsePolicyDocument(text)).toMatchObject({
      statements: [{ conditions: [{ operator: "__proto__", key: "constructor", values: ["x"] }] }],
    });
    expect(problemOf('{"Statement":[{"Effect":"Allow","Action":"a:b","__proto__":1}]}')).toContain(
      "unknown element",
    );
  });
});

describe("a document that is not understood is a problem that says where", () => {
  const good = '"Effect":"Allow","Action":"a:b"';

  it.each([
    ["", "line 1, column 1: the text is empty"],
    ["   ", "line 1, column 1: the text is empty"],
    ["not JSON", "line 1, column 1: invalid symbol"],
    ['{"Statement":[]} x', "line 1, column 18: invalid symbol"],
    ['{"Statement":[],}', "line 1, column 17: property name expected"],
    ['{"Statement":[] // no\n}', "line 1, column 17: invalid comment token"],
    ["[]", "line 1, column 1: a policy is an object"],
    ['{"Statement":[]} {}', "line 1, column 18: end of file expected"],
    ["{}", "line 1, column 1: there is no Statement"],
    ['{"Version":"2012-10-17"}', "line 1, column 1: there is no Statement"],
    ['{"Version":"2020","Statement":[]}', 'line 1, column 12: unknown Version "2020"'],
    ['{"Id":1,"Statement":[]}', "line 1, column 7: Id is not text"],
    ['{"Statment":[],"Statement":[]}', 'line 1, column 2: unknown element "Statment"'],
    ['{"Statement":[],\n "Statement":[]}', 'line 2, column 2: the name "Statement" stands there twice'],
    ['{"Statement":["x"]}', "line 1, column 15: Statement[0]: a statement is an object"],
    [`{"Statement":[{${good}},{${good},"Acton":"x"}]}`, 'Statement[1]: unknown element "Acton"'],
    ['{"Statement":[{"Action":"a:b"}]}', "Statement[0]: there is no Effect"],
    ['{"Statement":[{"Effect":"Allow"}]}', "Statement[0]: there is neither Action nor NotAction"],
    ['{"Statement":[{"Effect":"allow","Action":"a:b"}]}', "Statement[0]: Effect is neither Allow nor Deny"],
    [`{"Statement":[{${good},"NotAction":"c:d"}]}`, "Statement[0]: Action and NotAction exclude each other"],
    [
      `{"Statement":[{${good},"Resource":"*","NotResource":"*"}]}`,
      "Statement[0]: Resource and NotResource exclude each other",
    ],
    [
      `{"Statement":[{${good},"Principal":"*","NotPrincipal":"*"}]}`,
      "Statement[0]: Principal and NotPrincipal exclude each other",
    ],
    [`{"Statement":[{${good},"Sid":1}]}`, "Statement[0]: Sid is not text"],
    [`{"Statement":[{${good},"Resource":1}]}`, "Statement[0]: Resource is neither text nor a list of texts"],
    [`{"Statement":[{${good},"Resource":["a",["b"]]}]}`, "Resource is neither text nor a list of texts"],
    [`{"Statement":[{${good},"Resource":null}]}`, "Resource is neither text nor a list of texts"],
    [`{"Statement":[{${good},"Principal":"x"}]}`, 'Principal is neither "*" nor an object'],
    [`{"Statement":[{${good},"Principal":["*"]}]}`, 'Principal is neither "*" nor an object'],
    [`{"Statement":[{${good},"Principal":{"Aws":"*"}}]}`, 'unknown kind of principal "Aws"'],
    [
      `{"Statement":[{${good},"Principal":{"AWS":1}}]}`,
      'Principal "AWS" is neither text nor a list of texts',
    ],
    [`{"Statement":[{${good},"Condition":[]}]}`, "Condition is not an object"],
    [`{"Statement":[{${good},"Condition":{"Bool":"x"}}]}`, 'Condition "Bool" is not an object'],
    [
      `{"Statement":[{${good},"Condition":{"Bool":{"k":null}}}]}`,
      'the value of condition key "k" is no text',
    ],
    [
      `{"Statement":[{${good},"Condition":{"Bool":{"k":[{}]}}}]}`,
      'the value of condition key "k" is no text',
    ],
    [
      `{"Statement":[{${good},"Condition":{"Bool":{"k":"1","k":"2"}}}]}`,
      'line 1, column 77: the name "k" stands there twice',
    ],
  ])("%s", (text, problem) => {
    expect(problemOf(text)).toContain(problem);
  });

  it("refuses a text that nests without end, quickly", () => {
    expect(problemOf("[".repeat(200_000))).toBe("line 1, column 65: the text nests too deep");
    expect(problemOf(`{"Id":"${"[".repeat(100)}","Statement":[]}`)).toBeUndefined();
    expect(problemOf(`{"Id":"\\"${"[".repeat(100)}","Statement":[]}`)).toBeUndefined();
    expect(
      problemOf(`{"Statement":[${Array.from({ length: 100 }, () => `{${good}}`).join(",")}]}`),
    ).toBeUndefined();
  });

  it("quotes no more of the document than a line", () => {
    expect(problemOf(`{"${"x".repeat(500)}":1,"Statement":[]}`)).toBe(
      `line 1, column 2: unknown element "${"x".repeat(60)}…"`,
    );
  });

  it("never throws, whatever the text", () => {
    const anyJson = fc.oneof(
      fc.string(),
      fc.json(),
      fc.json({ stringUnit: "binary" }).map((text) => `{"Statement":${text}}`),
    );
    fc.assert(
      fc.property(anyJson, (text) => {
        expect(typeof parsePolicyDocument(text).ok).toBe("boolean");
      }),
    );
  });
});
