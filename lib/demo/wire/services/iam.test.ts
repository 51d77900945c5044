import {
  GetAccountAuthorizationDetailsCommand,
  type GetAccountAuthorizationDetailsCommandInput,
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
    const all = { users: [], groups: [], roles: [], policies: [] } as {
      [Kind in keyof typeof testIam]: unknown[];
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
    expect(decoded(all)).toEqual(testIam);
    expect(all.policies).not.toEqual(testIam.policies);
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
