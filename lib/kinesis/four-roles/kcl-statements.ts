import type { PolicyStatement, RoleOptions, RoleStream } from "@/lib/kinesis/four-roles/four-roles";
import { allow } from "@/lib/kinesis/four-roles/statement-parts";

/** KCL 3 keeps leases, the state of its coordinator and what its workers do in tables of the application's name. */
const tableSuffixes = ["", "-CoordinatorState", "-WorkerMetricStats"];

const tableActions = [
  "dynamodb:CreateTable",
  "dynamodb:DeleteItem",
  "dynamodb:DescribeTable",
  "dynamodb:GetItem",
  "dynamodb:PutItem",
  "dynamodb:Query",
  "dynamodb:Scan",
  "dynamodb:UpdateItem",
  "dynamodb:UpdateTable",
];

/**
 * What KCL needs beside the stream.
 *
 * @see https://docs.aws.amazon.com/streams/latest/dev/kcl-iam-permissions.html
 */
export function kclStatements(
  streams: readonly RoleStream[],
  { application }: RoleOptions,
): PolicyStatement[] {
  if (application === undefined) return [];
  const homes = new Set(
    streams.map(
      ({ partition, region, accountId }) => `arn:${partition}:dynamodb:${region}:${accountId}:table/`,
    ),
  );
  const tables = [...homes].flatMap((home) =>
    tableSuffixes.map((suffix) => `${home}${application}${suffix}`),
  );
  const indexes = [...homes].map((home) => `${home}${application}/index/*`);
  return [
    allow("KeepLeases", tableActions, tables),
    allow("QueryLeases", ["dynamodb:Query"], indexes),
    allow("Measure", ["cloudwatch:PutMetricData"], "*", {
      StringEquals: { "cloudwatch:namespace": application },
    }),
  ];
}
