import type { ManagedPolicyDetail } from "@aws-sdk/client-iam";
import { at, awsPolicyArn, policyArn } from "./identifiers";
import { uniqueId } from "./unique-id";

interface CustomerPolicyFacts {
  readonly name: string;
  readonly description?: string;
  readonly createdOn: string;
  /** Documents of v1, v2 …; the last one is the default unless `defaultVersion` says otherwise. */
  readonly versions: readonly string[];
  readonly defaultVersion?: number;
}

interface AwsPolicyFacts {
  readonly name: string;
  readonly path?: string;
  /** As AWS numbers it; older versions are not listed for AWS managed policies that one merely uses. */
  readonly version: string;
  readonly description: string;
  readonly createdOn: string;
  readonly editedOn: string;
  readonly document: string;
}

const dayMs = 86_400_000;

/** A customer managed policy; who uses it is counted once the identities are there, in `demoIam`. */
export function buildCustomerPolicy(facts: CustomerPolicyFacts): ManagedPolicyDetail {
  const { name, createdOn, versions, defaultVersion = versions.length } = facts;
  const createdAt = (index: number) => new Date(at(createdOn).getTime() + index * 30 * dayMs);
  return {
    PolicyName: name,
    PolicyId: uniqueId("ANPA", name),
    Arn: policyArn(name),
    Path: "/",
    DefaultVersionId: `v${defaultVersion}`,
    IsAttachable: true,
    ...(facts.description !== undefined && { Description: facts.description }),
    CreateDate: createdAt(0),
    UpdateDate: createdAt(versions.length - 1),
    // IAM lists the newest version first.
    PolicyVersionList: versions
      .map((document, index) => ({
        Document: document,
        VersionId: `v${index + 1}`,
        IsDefaultVersion: index + 1 === defaultVersion,
        CreateDate: createdAt(index),
      }))
      .toReversed(),
  };
}

export function buildAwsPolicy(facts: AwsPolicyFacts): ManagedPolicyDetail {
  const { name, path = "/", version, document } = facts;
  return {
    PolicyName: name,
    PolicyId: uniqueId("ANPA", `aws/${name}`),
    Arn: awsPolicyArn(name, path),
    Path: path,
    DefaultVersionId: version,
    IsAttachable: true,
    Description: facts.description,
    CreateDate: at(facts.createdOn),
    UpdateDate: at(facts.editedOn),
    PolicyVersionList: [
      { Document: document, VersionId: version, IsDefaultVersion: true, CreateDate: at(facts.editedOn) },
    ],
  };
}
