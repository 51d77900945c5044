import {
  DescribeKeyCommand,
  GetKeyPolicyCommand,
  GetKeyRotationStatusCommand,
  ListAliasesCommand,
  ListGrantsCommand,
} from "@aws-sdk/client-kms";
import { describe, expect, it } from "vitest";
import { buildTestAccount, buildTestRegion, keyArn, keyId, signingKeyId } from "../test-account";
import { answered, errorName, useWireServer } from "../test-clients";

const region = buildTestRegion();
const [key, signing] = region.keys;
const foreignArn = "arn:aws:kms:eu-central-1:999988887777:key/foreign";
const foreign = {
  ...key!,
  metadata: { ...key!.metadata, Arn: foreignArn, KeyId: "foreign", AWSAccountId: "999988887777" },
};
const aliases = Array.from({ length: 130 }, (_, index) => ({
  AliasName: `alias/${index}`,
  TargetKeyId: signingKeyId,
}));
const wire = useWireServer(
  buildTestAccount({
    regions: {
      "eu-central-1": {
        ...region,
        keys: [...region.keys, foreign],
        aliases: [...region.aliases, ...aliases],
      },
    },
  }),
);
const kms = () => wire.clients.kms;

describe("ListAliases", () => {
  it("pages by 50, and by 100 at most", async () => {
    const first = await kms().send(new ListAliasesCommand({}));
    expect(first.Aliases).toHaveLength(50);
    expect(first.Aliases?.slice(0, 2)).toEqual(region.aliases);
    expect(first.Truncated).toBe(true);
    const second = await kms().send(new ListAliasesCommand({ Limit: 100, Marker: first.NextMarker }));
    expect(answered(second)).toEqual({ Aliases: aliases.slice(48), Truncated: false });
    expect(await errorName(kms().send(new ListAliasesCommand({ Limit: 101 })))).toBe("ValidationException");
    expect(await errorName(kms().send(new ListAliasesCommand({ Marker: "x" })))).toBe(
      "InvalidMarkerException",
    );
  });

  it("keeps to a key", async () => {
    const answer = await kms().send(new ListAliasesCommand({ KeyId: keyArn }));
    expect(answered(answer)).toEqual({ Aliases: region.aliases.slice(0, 1), Truncated: false });
  });
});

describe("DescribeKey", () => {
  it.each([keyId, keyArn, "alias/streams", region.aliases[0]!.AliasArn])("finds %s", async (KeyId) => {
    expect(answered(await kms().send(new DescribeKeyCommand({ KeyId })))).toEqual({
      KeyMetadata: key!.metadata,
    });
  });

  it.each([
    { KeyId: "gone", name: "NotFoundException" },
    { KeyId: "alias/gone", name: "NotFoundException" },
    { KeyId: "alias/aws/kinesis", name: "NotFoundException" },
    { KeyId: "arn:aws:kms:eu-central-1:999988887777:key/other", name: "AccessDeniedException" },
  ])("answers $name for $KeyId", async ({ KeyId, name }) => {
    expect(await errorName(kms().send(new DescribeKeyCommand({ KeyId })))).toBe(name);
  });

  it("describes a key of another account that the caller may see", async () => {
    const answer = await kms().send(new DescribeKeyCommand({ KeyId: foreignArn }));
    expect(answer.KeyMetadata).toEqual(foreign.metadata);
  });
});

describe("GetKeyPolicy", () => {
  it("answers plain text, and its name", async () => {
    const answer = answered(await kms().send(new GetKeyPolicyCommand({ KeyId: keyId })));
    expect(answer).toEqual({ Policy: key!.policy, PolicyName: "default" });
  });

  it("never shows the policy of another account's key", async () => {
    expect(await errorName(kms().send(new GetKeyPolicyCommand({ KeyId: foreignArn })))).toBe(
      "AccessDeniedException",
    );
  });

  it.each([
    { input: { KeyId: "alias/streams" }, name: "InvalidArnException" },
    { input: { KeyId: keyId, PolicyName: "other" }, name: "NotFoundException" },
  ])("answers $name for $input", async ({ input, name }) => {
    expect(await errorName(kms().send(new GetKeyPolicyCommand(input)))).toBe(name);
  });
});

describe("GetKeyRotationStatus", () => {
  it("answers whether and how often the key rotates", async () => {
    const answer = answered(await kms().send(new GetKeyRotationStatusCommand({ KeyId: keyId })));
    expect(answer).toEqual({ KeyId: keyArn, KeyRotationEnabled: true, RotationPeriodInDays: 365 });
  });

  it("is unsupported for a key that cannot rotate", async () => {
    expect(signing!.rotation).toBe("unsupported");
    const call = kms().send(new GetKeyRotationStatusCommand({ KeyId: signingKeyId }));
    expect(await errorName(call)).toBe("UnsupportedOperationException");
  });
});

describe("ListGrants", () => {
  it("answers the key's grants", async () => {
    const answer = answered(await kms().send(new ListGrantsCommand({ KeyId: keyId })));
    expect(answer).toEqual({ Grants: key!.grants, Truncated: false });
  });

  it("keeps to a grantee", async () => {
    const answer = await kms().send(
      new ListGrantsCommand({ KeyId: keyId, GranteePrincipal: "arn:aws:iam::1:role/x" }),
    );
    expect(answered(answer)).toEqual({ Grants: [], Truncated: false });
  });
});
