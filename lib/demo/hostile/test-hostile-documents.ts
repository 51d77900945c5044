const statement = {
  Sid: "<script>alert('sid')</script>",
  Effect: "Allow",
  Principal: { AWS: ["*", "arn:aws:iam::111122223333:root", "AROA\u202E", "=1+1", ""] },
  Action: ["kinesis:*", "KINESIS:put*", "*:*", "", "=cmd", "kinesis:Get\u0000Records"],
  Resource: ["*", "arn:aws:kinesis:::", "arn:aws:kinesis:*:*:stream/<b>", "*".repeat(200)],
  Condition: { __proto__: { "aws:x": "y" }, StringLike: { "aws:PrincipalArn": ["*a".repeat(100)] } },
};

const deep = 3000;

/** Policy documents: large, deep, ambiguous, not a policy, not JSON. */
export const hostileDocuments: readonly string[] = [
  JSON.stringify({ Version: "2012-10-17", Statement: [statement] }, null, 2),
  // 20 KB
  JSON.stringify({
    Version: "2012-10-17",
    Statement: Array.from({ length: 60 }, (_, index) =>
      Object.assign({}, statement, {
        Sid: `${index}`,
        Condition: {},
        Resource: [`arn:aws:kinesis:*:*:stream/${"?*".repeat(60)}`],
      }),
    ),
  }),
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Effect":"Deny","Action":"*","Resource":"*"}]}',
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","__proto__":{"Effect":"Deny"},"Action":"kinesis:*","Resource":"*"}]}',
  '{"Statement":null}',
  '{"Statement":{"Effect":"allow","NotAction":[],"NotResource":{}}}',
  "[]",
  "null",
  '"text"',
  "1e999",
  "<html>no policy</html>",
  `${"[".repeat(deep)}${"]".repeat(deep)}`,
  `{"Statement":${'{"a":'.repeat(deep)}1${"}".repeat(deep)}}`,
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"kinesis:*","Resource":"*"}]',
  '{"Version":"\\u0000","Statement":[{"Sid":"\\ud800","Effect":"Allow","Action":"kinesis:\\u0050utRecord","Resource":"*"}]}',
];
