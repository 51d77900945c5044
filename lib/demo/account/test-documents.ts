import type { AccountFacts, IamFacts, RegionFacts } from "../account-facts";

interface NamedDocument {
  readonly name: string;
  readonly text: string;
}

/** Every policy document of an account: inline, managed, trust, key, endpoint, stream and consumer policies. */
export function allDocuments({ iam, regions }: AccountFacts): NamedDocument[] {
  return [...inline(iam), ...managed(iam), ...trusts(iam), ...Object.values(regions).flatMap(ofResources)];
}

function inline({ users, groups, roles }: IamFacts): NamedDocument[] {
  const policies = [
    ...users.flatMap(({ UserPolicyList = [] }) => UserPolicyList),
    ...groups.flatMap(({ GroupPolicyList = [] }) => GroupPolicyList),
    ...roles.flatMap(({ RolePolicyList = [] }) => RolePolicyList),
  ];
  return policies.map(({ PolicyName = "", PolicyDocument = "" }) => ({
    name: PolicyName,
    text: PolicyDocument,
  }));
}

function managed({ policies }: IamFacts): NamedDocument[] {
  return policies.flatMap(({ PolicyName = "", PolicyVersionList = [] }) =>
    PolicyVersionList.map(({ Document = "" }) => ({ name: PolicyName, text: Document })),
  );
}

function trusts({ roles }: IamFacts): NamedDocument[] {
  return roles.map(({ RoleName = "", AssumeRolePolicyDocument = "" }) => ({
    name: RoleName,
    text: AssumeRolePolicyDocument,
  }));
}

function ofResources({ keys, vpcEndpoints, streams }: RegionFacts): NamedDocument[] {
  const ofKeys = keys.map(({ metadata, policy }) => ({ name: metadata.KeyId ?? "", text: policy }));
  const ofEndpoints = vpcEndpoints.map(({ VpcEndpointId = "", PolicyDocument = "" }) => ({
    name: VpcEndpointId,
    text: PolicyDocument,
  }));
  const ofStreams = streams
    .flatMap((stream) => [stream, ...stream.consumers])
    .flatMap(({ resourcePolicy }) =>
      resourcePolicy === undefined ? [] : [{ name: "resource policy", text: resourcePolicy }],
    );
  return ofKeys.concat(ofEndpoints, ofStreams);
}
