import {
  GetAccessKeyLastUsedCommand,
  GetAccountAuthorizationDetailsCommand,
  type GetAccountAuthorizationDetailsCommandInput,
  GetAccountSummaryCommand,
  ListAccessKeysCommand,
  paginateGetAccountAuthorizationDetails,
} from "@aws-sdk/client-iam";
import { describe, expect, it } from "vitest";
import { buildTestAccount } from "../test-account";
import { answered, errorName, useWireServer } from "../test-clients";
import { inlinePolicy, testIam } from "../test-iam";
import { encodeDocument } from "./iam-documents";

const wire = useWireServer(buildTestAccount(), { iamPageSize: 4 });
const details = async (input: GetAccountAuthorizationDetailsCommandInput) =>
  answered(await wire.clients.iam.send(new GetAccountAuthorizationDetailsCommand(input)));

/** Facts hold plain text, so every document in an answer is decoded, once. */
function decoded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decoded);
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      name.endsWith("Document") && typeof member === "string" ? decodeURIComponent(member) : decoded(member),
    ]),
  );
}

describe("GetAccountAuthorizationDetails", () => {
  it("answers every user, group, role and policy over its pages, documents URL-encoded", async () => {
    const { accessKeys: _accessKeys, summary: _summary, lastKinesisCallDaysAgo: _calls, ...listed } = testIam;
    const all = { users: [], groups: [], roles: [], policies: [] } as {
      [Kind in keyof typeof listed]: unknown[];
    };
    let pages = 0;
    for await (const page of paginateGetAccountAuthorizationDetails({ client: wire.clients.iam }, {})) {
      pages += 1;
      all.users.push(...(page.UserDetailList ?? []));
      all.groups.push(...(page.GroupDetailList ?? []));
      all.roles.push(...(page.RoleDetailList ?? []));
      all.policies.push(...(page.Policies ?? []));
    }
    expect(pages).toBe(2);
    expect(decoded(all)).toEqual(listed);
    expect(all.policies).not.toEqual(listed.policies);
  });

  it("gives fewer than MaxItems when the page size says so, and a page holds several kinds", async () => {
    const page = await details({ MaxItems: 1000 });
    expect(page.IsTruncated).toBe(true);
    expect(
      [page.UserDetailList, page.GroupDetailList, page.RoleDetailList].map((list) => list?.length),
    ).toEqual([1, 1, 2]);
    const last = await details({ Marker: page.Marker });
    expect(last).toMatchObject({ IsTruncated: false, UserDetailList: [], RoleDetailList: [] });
    expect(last.Policies).toHaveLength(2);
    expect(last.Marker).toBeUndefined();
  });

  it("keeps to MaxItems when that is less", async () => {
    const page = await details({ MaxItems: 1 });
    expect(decoded(page.UserDetailList)).toEqual(testIam.users);
    expect(page.GroupDetailList).toEqual([]);
  });

  it.each([
    { filter: "User" as const, lists: [1, 0, 0, 0] },
    { filter: "Group" as const, lists: [0, 1, 0, 0] },
    { filter: "Role" as const, lists: [0, 0, 2, 0] },
    { filter: "LocalManagedPolicy" as const, lists: [0, 0, 0, 1] },
    { filter: "AWSManagedPolicy" as const, lists: [0, 0, 0, 1] },
  ])("keeps to the filter $filter", async ({ filter, lists }) => {
    const page = await details({ Filter: [filter] });
    const sizes = [page.UserDetailList, page.GroupDetailList, page.RoleDetailList, page.Policies];
    expect(sizes.map((list) => list?.length)).toEqual(lists);
  });

  it.each([{ Marker: "garbage" }, { MaxItems: 1001 }, { MaxItems: 0 }])("refuses %j", async (input) => {
    expect(await errorName(details(input))).toBe("ValidationError");
  });
});

describe("encodeDocument", () => {
  it("encodes all but the unreserved characters of RFC 3986", () => {
    expect(encodeDocument("a-Z_0.~!'()* %+ü")).toBe("a-Z_0.~%21%27%28%29%2A%20%25%2B%C3%BC");
    expect(decodeURIComponent(encodeDocument(inlinePolicy))).toBe(inlinePolicy);
  });
});

describe("GetAccountSummary", () => {
  it("answers the account's figures by name", async () => {
    const answer = answered(await wire.clients.iam.send(new GetAccountSummaryCommand({})));
    expect(answer).toEqual({ SummaryMap: testIam.summary });
  });
});

describe("ListAccessKeys", () => {
  const list = async (input: object) =>
    answered(await wire.clients.iam.send(new ListAccessKeysCommand(input)));
  const metadata = testIam.accessKeys["auditor"]!.map(({ metadata: key }) =>
    Object.assign({ UserName: "auditor" }, key),
  );

  it.each([{ UserName: "auditor" }, {}])(
    "answers the keys of the user named or signing: %o",
    async (input) => {
      expect(await list(input)).toEqual({ AccessKeyMetadata: metadata, IsTruncated: false });
    },
  );

  it("pages by MaxItems, and takes no other user's marker", async () => {
    const first = await list({ UserName: "auditor", MaxItems: 1 });
    expect(first).toMatchObject({ AccessKeyMetadata: [metadata[0]], IsTruncated: true });
    const last = await list({ UserName: "auditor", MaxItems: 1, Marker: first.Marker });
    expect(last).toEqual({ AccessKeyMetadata: [metadata[1]], IsTruncated: false });
    expect(await errorName(list({ UserName: "auditor", Marker: "x" }))).toBe("ValidationError");
    expect(await errorName(list({ UserName: "auditor", MaxItems: 1001 }))).toBe("ValidationError");
  });

  it("knows no keys of a user that is not there, and none of a role", async () => {
    expect(await errorName(list({ UserName: "nobody" }))).toBe("NoSuchEntityException");
    const callerArn = "arn:aws:sts::111122223333:assumed-role/reader/session";
    wire.server.setAccount(buildTestAccount({ callerArn }));
    expect(await errorName(list({}))).toBe("ValidationError");
  });
});

describe("GetAccessKeyLastUsed", () => {
  const ask = async (AccessKeyId: string) =>
    answered(await wire.clients.iam.send(new GetAccessKeyLastUsedCommand({ AccessKeyId })));

  it("says when and where, and N/A of a key that was never used", async () => {
    const [used, unused] = testIam.accessKeys["auditor"]!;
    expect(await ask(used!.metadata.AccessKeyId!)).toEqual({
      UserName: "auditor",
      AccessKeyLastUsed: used!.lastUsed,
    });
    expect(await ask(unused!.metadata.AccessKeyId!)).toEqual({
      UserName: "auditor",
      AccessKeyLastUsed: { ServiceName: "N/A", Region: "N/A" },
    });
  });

  it.each([
    { id: "AKIANOBODY0000000001", name: "NoSuchEntityException" },
    { id: "short", name: "ValidationError" },
  ])("answers $name for $id", async ({ id, name }) => {
    expect(await errorName(ask(id))).toBe(name);
  });
});
