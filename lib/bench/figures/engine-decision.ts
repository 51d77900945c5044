import { parseCaller } from "../../iam/decision/caller";
import { compilePolicy } from "../../iam/decision/compile-policy";
import { decide } from "../../iam/decision/decide";
import type { PolicySet } from "../../iam/decision/policy-set";
import { prepareRequest } from "../../iam/decision/prepare-request";
import type { PreparedRequest } from "../../iam/decision/prepare-request";
import type { Figure } from "../figure";

/** How many requests a second of processor time are decided on policies that were read before. */
export const figures: readonly Figure[] = [
  { name: "engine.decision", unit: "1/s", runs: 5, measure: () => Promise.resolve(decisionsPerSecond()) },
];

const accountId = "111122223333";
const decisions = 400_000;
const actions = ["GetRecords", "PutRecord", "DescribeStreamSummary", "SubscribeToShard", "DeleteStream"];

function decisionsPerSecond(): number {
  const policies = buildPolicies();
  const requests = buildRequests();
  const run = (times: number) => {
    for (let count = 0; count < times; count++) {
      const request = requests[count % requests.length];
      if (request) decide(request, policies);
    }
  };
  run(decisions / 4);
  const before = process.cpuUsage();
  run(decisions);
  const { user, system } = process.cpuUsage(before);
  return Math.round(decisions / ((user + system) / 1e6));
}

/** A role as accounts have them: four policies with wildcards, a tag, an endpoint and a Deny, a boundary and two SCPs. */
function buildPolicies(): PolicySet {
  const stream = (pattern: string) => `arn:aws:kinesis:*:${accountId}:stream/${pattern}`;
  const identity = [
    [allow(["kinesis:Get*", "kinesis:Describe*", "kinesis:List*"], [stream("orders-*"), stream("clicks")])],
    [allow(["kinesis:PutRecord", "kinesis:PutRecords"], stream("*"), tagged), allow("logs:*", "*")],
    [
      allow("kinesis:SubscribeToShard", stream("orders-*/consumer/*")),
      allow("s3:GetObject", "arn:aws:s3:::x/*"),
    ],
    [{ ...allow("kinesis:*", "*", plain), Effect: "Deny" }],
  ];
  const text = (statements: unknown) => JSON.stringify({ Version: "2012-10-17", Statement: statements });
  const scp = compilePolicy(text([allow("*", "*")]), "scp");
  return {
    identityPolicies: identity.map((each) => compilePolicy(text(each), "identity")),
    boundary: compilePolicy(text([allow(["kinesis:*", "s3:*", "logs:*"], "*")]), "boundary"),
    scps: [[scp], [scp]],
  };
}

const tagged = { StringEquals: { "aws:ResourceTag/team": "${aws:PrincipalTag/team}" } };
const plain = { Bool: { "aws:SecureTransport": "false" } };

function allow(action: string | string[], resource: string | string[], condition?: object): object {
  return { Effect: "Allow", Action: action, Resource: resource, ...(condition && { Condition: condition }) };
}

function buildRequests(): PreparedRequest[] {
  const caller = parseCaller(`arn:aws:iam::${accountId}:role/etl`);
  if (!caller) return [];
  const context = [
    ["aws:SecureTransport", ["true"]],
    ["aws:PrincipalTag/team", ["orders"]],
    ["aws:ResourceTag/team", ["orders"]],
  ] as const;
  return Array.from({ length: 1000 }, (_, index) => {
    const action = `kinesis:${actions[index % actions.length]}`;
    const resource = `arn:aws:kinesis:eu-west-1:${accountId}:stream/orders-${index}`;
    return prepareRequest({ caller, action, resource, context }, () => "typed");
  });
}
