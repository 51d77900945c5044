import { spawnSync } from "node:child_process";
import { parseToObject } from "hcl2-parser";
import { describe, expect, it } from "vitest";
import { yamlParse } from "yaml-cfn";
import { z } from "zod";
import { plainStream } from "@/lib/kinesis/access/test-account";
import { roleNames } from "@/lib/kinesis/four-roles/four-roles";
import { accountWith, documentFor, rolesFor } from "@/lib/kinesis/four-roles/test-four-roles";
import { read } from "@/lib/model/test-place";
import { toCloudFormation, toTerraform } from "@/lib/remediation/four-roles";

const hostile = "0a${b}%{c}\"\\'";
const streams = ["orders", "clicks", hostile].map((name) => plainStream(name, { mode: read("provisioned") }));
const account = accountWith(streams);
const options = { requireTls: true, vpcEndpointIds: ["vpce-0a1b2c3d4e5f60718"], fanOut: true };
const cases = [["orders"], ["orders", "clicks"], [hostile], ["n".repeat(128)]];

const fourOf = (names: readonly string[]) => {
  const long = accountWith([...streams, plainStream("n".repeat(128), { mode: read("provisioned") })]);
  return rolesFor(names[0]?.startsWith("nn") ? long : account, names, options);
};

const resourceSchema = z.record(
  z.string(),
  z.array(
    z.object({ name: z.string().optional(), vpc_endpoint_id: z.string().optional(), policy: z.string() }),
  ),
);
const blocksSchema = z.object({
  resource: z.object({ aws_iam_policy: resourceSchema, aws_vpc_endpoint_policy: resourceSchema }),
});

/** The value behind `${jsonencode(…)}`, as the parser reads it. */
function valueIn(expression: string): unknown {
  const [, inner] = /^\$\{jsonencode\((.*)\)\}$/s.exec(expression) ?? [];
  const [parsed] = parseToObject(`x = ${inner}\n`);
  return z.object({ x: z.unknown() }).parse(parsed).x;
}

describe.each(cases)("for %s", (...names) => {
  const four = fourOf(names);

  it("Terraform's own grammar reads the policies as they are", () => {
    const text = toTerraform(four, four.policies);
    const [parsed, problem] = parseToObject(text);
    expect(problem).toBeNull();
    const { aws_iam_policy: policies, aws_vpc_endpoint_policy: endpoints } =
      blocksSchema.parse(parsed).resource;
    const written = Object.values(policies).flatMap((each) => each);
    expect(written).toHaveLength(roleNames.length);
    for (const role of roleNames) {
      const found = written.find(({ name = "" }) => name.endsWith(`-${role}`));
      expect(valueIn(found?.policy ?? "")).toEqual(documentFor(four, role));
    }
    for (const { name } of written) expect(name).toMatch(/^[\w+=,.@-]{1,128}$/);
    expect(Object.values(endpoints).flatMap((each) => each.map(({ policy }) => valueIn(policy)))).toEqual([
      four.endpointPolicy,
    ]);
  });

  it("CloudFormation reads them as they are", () => {
    const template = z
      .object({
        Resources: z.record(
          z.string().regex(/^[A-Za-z0-9]+$/),
          z.object({
            Type: z.literal("AWS::IAM::ManagedPolicy"),
            Properties: z.object({
              ManagedPolicyName: z.string().regex(/^[\w+=,.@-]{1,128}$/),
              PolicyDocument: z.unknown(),
            }),
          }),
        ),
      })
      .parse(yamlParse(toCloudFormation(four, four.policies)));
    expect(Object.values(template.Resources).map(({ Properties }) => Properties.PolicyDocument)).toEqual(
      roleNames.map((role) => documentFor(four, role)),
    );
  });
});

it("is written as terraform fmt leaves it", ({ skip }) => {
  const four = fourOf(["orders"]);
  const formatted = spawnSync("terraform", ["fmt", "-"], {
    input: toTerraform(four, four.policies),
    encoding: "utf8",
  });
  if (formatted.error) {
    process.stderr.write(
      "terraform is not on the PATH: whether it would format the file otherwise is not tested.\n",
    );
    skip();
  }
  expect(formatted.stdout).toBe(toTerraform(four, four.policies));
});

it("aligns what follows one another, and leaves a policy's variables to the policy", () => {
  const text = toTerraform(fourOf(["orders"]), fourOf(["orders"]).policies);
  expect(text).toContain(
    '  name        = "orders-administrators"\n  description = "The administrators of the Kinesis data stream orders"\n  policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [\n      {\n        Sid    = "Administer"\n        Effect = "Allow"\n        Action = [\n',
  );
});
