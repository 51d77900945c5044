import * as fc from "fast-check";
import type { Question } from "@/lib/iam/cases/test-decide";

const accounts = ["111122223333", "444455556666"] as const;
const principals = accounts.flatMap((id) => [
  `arn:aws:iam::${id}:user/anna`,
  `arn:aws:iam::${id}:role/etl`,
  `arn:aws:sts::${id}:assumed-role/etl/job`,
  `arn:aws:iam::${id}:root`,
]);
// The first account owns the streams.
const callers = [
  ...principals.slice(0, 4),
  ...principals.slice(0, 4),
  ...principals,
  "logs.amazonaws.com",
  "*",
];
const streams = ["orders", "clicks"].map((name) => `arn:aws:kinesis:eu-west-1:111122223333:stream/${name}`);
const key = "arn:aws:kms:eu-west-1:111122223333:key/k";

const keys = ["aws:SourceVpce", "aws:PrincipalTag/team", "aws:TagKeys"] as const;
const operators = [
  "StringEquals",
  "StringNotEquals",
  "StringLike",
  "StringNotLikeIfExists",
  "ForAllValues:StringEquals",
  "ForAnyValue:StringNotLike",
  "ForAllValues:StringNotLike",
  "ArnLike",
  "Bool",
] as const;

const value = fc.constantFrom("a", "b", "*", "true", "${aws:PrincipalTag/team}", "");
const condition = fc.dictionary(
  fc.constantFrom(...operators),
  fc.dictionary(fc.constantFrom(...keys), fc.array(value, { minLength: 1, maxLength: 2 }), {
    minKeys: 1,
    maxKeys: 1,
  }),
  { maxKeys: 2 },
);
const nullCondition = fc.constantFrom("true", "false").map((text) => ({ Null: { "aws:SourceVpce": text } }));
const action = fc.constantFrom(
  "kinesis:GetRecords",
  "kinesis:Get*",
  "kinesis:*",
  "*",
  "kinesis:ListStreams",
  "s3:*",
);
const resource = fc.constantFrom(
  "*",
  ...streams,
  "arn:aws:kinesis",
  "arn:aws:kinesis:*:*:*/orders",
  "arn:aws:kinesis:*:*:stream/${aws:PrincipalTag/team}*",
);
const named = fc.constantFrom("*", { AWS: "*" }, ...[...principals, ...accounts].map((AWS) => ({ AWS })), {
  Service: "logs.amazonaws.com",
});

type Effect = "Allow" | "Deny";
export type Statement = Readonly<Record<string, unknown>>;

// Most of what allows allows much: otherwise nearly every answer would be a denial.
const actionPart = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ Action: "*" }) },
  { weight: 2, arbitrary: action.map((Action) => ({ Action })) },
  { weight: 1, arbitrary: action.map((NotAction) => ({ NotAction })) },
);
const resourcePart = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ Resource: "*" }) },
  { weight: 2, arbitrary: resource.map((Resource) => ({ Resource })) },
  { weight: 1, arbitrary: resource.map((NotResource) => ({ NotResource })) },
);
const conditionPart = fc.oneof(
  { weight: 2, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.oneof(condition, nullCondition).map((Condition) => ({ Condition })) },
);

/** A statement of a policy that names no principal. */
export function anyStatement(effect: Effect): fc.Arbitrary<Statement> {
  return fc.tuple(fc.constant({ Effect: effect }), actionPart, resourcePart, conditionPart).map(joined);
}

function joined(parts: readonly object[]): Statement {
  return Object.assign({}, ...parts);
}

export function anyNamingStatement(effect: Effect): fc.Arbitrary<Statement> {
  const principal =
    effect === "Deny"
      ? fc.oneof(
          named.map((Principal) => ({ Principal })),
          named.map((NotPrincipal) => ({ NotPrincipal })),
        )
      : named.map((Principal) => ({ Principal }));
  return fc.tuple(anyStatement(effect), principal).map(joined);
}

export type Document = { Version?: string; Statement: Statement[] };

function documentOf(statement: (effect: Effect) => fc.Arbitrary<Statement>): fc.Arbitrary<Document> {
  const any = fc.oneof(
    { weight: 6, arbitrary: statement("Allow") },
    { weight: 1, arbitrary: statement("Deny") },
  );
  const statements = fc.array(any, { minLength: 1, maxLength: 3 });
  return fc.oneof(
    fc.record({ Statement: statements }),
    fc.record({ Version: fc.constant("2012-10-17"), Statement: statements }),
  );
}

/** One in some that nobody can read. */
function orUnreadable(document: fc.Arbitrary<Document>): fc.Arbitrary<Document> {
  const unreadable = fc.constant<Document>({ Statement: [{ Effect: "Perhaps" }] });
  return fc.oneof({ weight: 30, arbitrary: document }, { weight: 1, arbitrary: unreadable });
}

const plain = orUnreadable(documentOf(anyStatement));
const naming = orUnreadable(documentOf(anyNamingStatement));

export interface Policies {
  readonly identityPolicies: Document[];
  readonly boundary?: Document;
  readonly sessionPolicy?: Document;
  readonly scps?: Document[][];
  readonly rcps?: Document[][];
  readonly resourcePolicy?: Document;
  readonly endpointPolicies?: Document[];
}

export const anyPolicies: fc.Arbitrary<Policies> = fc.record(
  {
    identityPolicies: fc.array(plain, { maxLength: 2 }),
    boundary: plain,
    sessionPolicy: plain,
    scps: fc.array(fc.array(plain, { minLength: 1, maxLength: 2 }), { maxLength: 2 }),
    rcps: fc.array(fc.array(naming, { maxLength: 2 }), { maxLength: 2 }),
    resourcePolicy: naming,
    endpointPolicies: fc.array(naming, { maxLength: 2 }),
  },
  { requiredKeys: ["identityPolicies"] },
);

const anyContext = fc.dictionary(
  fc.constantFrom(...keys),
  fc.oneof(
    fc.constantFrom("a", "b", "true", "arn:aws:iam::1:x"),
    fc.constant<string[]>(["a", "b"]),
    fc.constant(null),
  ),
);

export const anyRequest: fc.Arbitrary<Question["request"]> = fc.record({
  principal: fc.constantFrom(...callers),
  action: fc.constantFrom(
    "kinesis:GetRecords",
    "kinesis:ListStreams",
    "kinesis:UpdateShardCount",
    "kms:Decrypt",
  ),
  resource: fc.constantFrom(...streams, key),
  context: anyContext,
});

/** Every way in which what is not told could turn out, for the keys that the policies speak of. */
export const anyCompletion = fc.record({
  "aws:SourceVpce": fc.constantFrom("a", "b", "*", "true", null),
  "aws:PrincipalTag/team": fc.constantFrom("a", "b", "orders", "*", null),
  "aws:TagKeys": fc.constantFrom<string[] | null>(["a"], ["a", "b"], ["b", "true"], null),
});
