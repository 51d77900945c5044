import { AssumeRoleCommand, GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { describe, expect, it } from "vitest";
import { accountId, buildTestAccount } from "../test-account";
import { answered, buildClients, errorName, useWireServer } from "../test-clients";

const now = Date.parse("2026-03-04T05:06:07Z");
const wire = useWireServer(buildTestAccount(), { now: () => now });
const RoleArn = `arn:aws:iam::${accountId}:role/reader`;
const assume = async (changes: object = {}) => {
  const input = { RoleArn, RoleSessionName: "weir", ExternalId: "weir-(1)", ...changes };
  return answered(await wire.clients.sts.send(new AssumeRoleCommand(input)));
};

describe("GetCallerIdentity", () => {
  it.each([
    { callerArn: `arn:aws:iam::${accountId}:user/auditor`, UserId: "AIDAAUDITORAUDITORAU" },
    { callerArn: `arn:aws:sts::${accountId}:assumed-role/reader/me`, UserId: "AROAREADERREADERREAD:me" },
    { callerArn: `arn:aws:iam::${accountId}:root`, UserId: accountId },
  ])("is $UserId for $callerArn", async ({ callerArn, UserId }) => {
    wire.server.setAccount(buildTestAccount({ callerArn }));
    const answer = answered(await wire.clients.sts.send(new GetCallerIdentityCommand({})));
    expect(answer).toEqual({ Account: accountId, Arn: callerArn, UserId });
  });
});

describe("AssumeRole", () => {
  it("gives credentials that last as long as asked, of a key that marks the role", async () => {
    const { Credentials, AssumedRoleUser } = await assume({ DurationSeconds: 900 });
    expect(AssumedRoleUser).toEqual({
      Arn: `arn:aws:sts::${accountId}:assumed-role/reader/weir`,
      AssumedRoleId: "AROAREADERREADERREAD:weir",
    });
    expect(Credentials?.AccessKeyId).toMatch(/^ASIA[A-Z2-7]{16}$/);
    expect(Credentials?.Expiration).toEqual(new Date(now + 900_000));
    expect((await assume({ RoleSessionName: "other" })).Credentials?.AccessKeyId).toBe(
      Credentials?.AccessKeyId,
    );
    const deploy = await assume({ RoleArn: `arn:aws:iam::${accountId}:role/ci/deploy` });
    expect(deploy.Credentials?.AccessKeyId).not.toBe(Credentials?.AccessKeyId);
  });

  it("is who a caller with those credentials is", async () => {
    const { Credentials } = await assume();
    const { sts, destroy } = buildClients(wire.server.url, { sessionToken: Credentials?.SessionToken ?? "" });
    expect(answered(await sts.send(new GetCallerIdentityCommand({})))).toEqual({
      Account: accountId,
      Arn: `arn:aws:sts::${accountId}:assumed-role/reader/weir`,
      UserId: "AROAREADERREADERREAD:weir",
    });
    destroy();
  });

  it.each([
    { RoleArn: `arn:aws:iam::${accountId}:role/gone` },
    { ExternalId: "wrong" },
    { ExternalId: undefined },
  ])("is denied for %j", async (changes) => {
    await expect(assume(changes)).rejects.toMatchObject({
      name: "AccessDenied",
      $metadata: { httpStatusCode: 403 },
    });
  });

  it.each([{ DurationSeconds: 899 }, { RoleSessionName: "a b" }])("refuses %j", async (changes) => {
    expect(await errorName(assume(changes))).toBe("ValidationError");
  });
});

describe("a session token that is not the server's", () => {
  it.each(["FQoGZXIvYXdzEXAMPLE", "weir-demo-session.e30", "weir-demo-session.W10", "weir-demo-session.%%%"])(
    "%s leaves the account's caller",
    async (sessionToken) => {
      const { sts, destroy } = buildClients(wire.server.url, { sessionToken });
      const { Arn } = await sts.send(new GetCallerIdentityCommand({}));
      expect(Arn).toBe(`arn:aws:iam::${accountId}:user/auditor`);
      destroy();
    },
  );
});
